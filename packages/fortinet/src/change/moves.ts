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

/**
 * The moves that bring policies into order, given their order so far; new ones stand last in the table. Each goes to its
 * neighbour of ours, so that what the reader has before and behind stays there.
 */
export function movesFor(
  previous: readonly number[],
  next: readonly number[],
  moveBefore: number | undefined,
): readonly Command[] {
  const place = new Map(previous.map((id, i) => [id, i]));
  const kept = next.flatMap((id) => place.get(id) ?? []);
  const stay = new Set([...longestAscending(kept)].map((at) => previous[at]));
  const first = next.find((id) => stay.has(id));
  if (first === undefined) return moveBefore === undefined ? [] : next.map((id) => move(id, 'before', moveBefore));
  return next.flatMap((id, i) => {
    if (stay.has(id)) return [];
    const neighbour = next[i - 1];
    return [neighbour === undefined ? move(id, 'before', first) : move(id, 'after', neighbour)];
  });
}
