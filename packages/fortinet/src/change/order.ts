import { move } from '../print/tables.js';
import type { Command } from '../print/statement.js';

/** A number behind the longest list of smaller ones that came before it. */
interface Chain {
  readonly number: number;
  readonly length: number;
  readonly before: Chain | undefined;
}

function longest(chains: readonly Chain[]): Chain | undefined {
  return chains.reduce<Chain | undefined>(
    (best, chain) => (best && best.length >= chain.length ? best : chain),
    undefined,
  );
}

/** The longest part of a list of numbers that ascends: what may stay where it is. */
function longestAscending(numbers: readonly number[]): ReadonlySet<number> {
  const chains: Chain[] = [];
  for (const number of numbers) {
    const before = longest(chains.filter((chain) => chain.number < number));
    chains.push({ number, length: (before?.length ?? 0) + 1, before });
  }
  const kept = new Set<number>();
  for (let chain = longest(chains); chain; chain = chain.before) kept.add(chain.number);
  return kept;
}

/** Moves, and the order of our policies that they lead to. */
export interface Ordered {
  readonly order: readonly number[];
  readonly moves: readonly Command[];
}

/** The order of our policies while they are moved. */
interface Table {
  order: number[];
  readonly moves: Command[];
}

/** Moves a policy of ours, or a new one that is not in the order yet. */
function put(table: Table, id: number, where: 'before' | 'after', other: number): void {
  const order = table.order.filter((one) => one !== id);
  order.splice(order.indexOf(other) + (where === 'after' ? 1 : 0), 0, id);
  table.order = order;
  table.moves.push(move(id, where, other));
}

/** Puts a new policy behind all of ours, or where the reader wants them if there are none. */
function putLast(table: Table, id: number, anchor: number | undefined): void {
  const last = table.order.findLast((one) => one !== id);
  if (last !== undefined) put(table, id, 'after', last);
  else {
    if (anchor !== undefined) table.moves.push(move(id, 'before', anchor));
    table.order = [id];
  }
}

/** Puts each denial before all that comes after it in the next order, so that nothing slips past while others change. */
export function denialsFirst(
  previous: readonly number[],
  next: readonly number[],
  denials: ReadonlySet<number>,
  anchor: number | undefined,
): Ordered {
  const table: Table = { order: [...previous], moves: [] };
  for (const [i, id] of [...next.entries()].toReversed()) {
    if (!denials.has(id)) continue;
    const followers = new Set(next.slice(i + 1));
    const first = table.order.find((one) => one === id || followers.has(one));
    if (first === undefined) putLast(table, id, anchor);
    else if (first !== id) put(table, id, 'before', first);
  }
  return table;
}

/**
 * The fewest moves into the next order. From the last to the first, each before the one that follows it: a denial never
 * gets behind what it is to come before. Each goes beside one of ours, so that what the reader has around them stays there.
 */
export function intoOrder(previous: readonly number[], next: readonly number[], anchor: number | undefined): Ordered {
  const place = new Map(next.map((id, i) => [id, i]));
  const stay = longestAscending(previous.flatMap((id) => place.get(id) ?? []));
  if (previous.length === 0)
    return { order: next, moves: anchor === undefined ? [] : next.map((id) => move(id, 'before', anchor)) };
  const table: Table = { order: [...previous], moves: [] };
  for (const [i, id] of [...next.entries()].toReversed()) {
    if (stay.has(i)) continue;
    const follower = next[i + 1];
    if (follower === undefined) putLast(table, id, anchor);
    else put(table, id, 'before', follower);
  }
  return table;
}
