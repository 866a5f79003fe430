import { aggregateBlocks } from './aggregate.js';
import { bitOf, blocksOf, blockTexts, compareStarts, holds, newBlocks, push, type Blocks } from './blocks.js';
import type { AddressFamily } from './cidr.js';

function familiesOf(a: readonly string[], b: readonly string[]): readonly (readonly [Blocks, Blocks])[] {
  const [first, second] = [blocksOf(a), blocksOf(b)];
  return [
    [aggregateBlocks(first.ipv4), aggregateBlocks(second.ipv4)],
    [aggregateBlocks(first.ipv6), aggregateBlocks(second.ipv6)],
  ];
}

/** What two aggregated lists share: of two blocks that meet, one holds the other. */
function intersect(a: Blocks, b: Blocks): Blocks {
  const result = newBlocks(a.width);
  let [i, j] = [0, 0];
  while (i < a.count && j < b.count) {
    if (holds(a, i, b, j)) push(result, b.words, j * b.width, b.lengths[j++] ?? 0);
    else if (holds(b, j, a, i)) push(result, a.words, i * a.width, a.lengths[i++] ?? 0);
    else if (compareStarts(a, i, b, j) < 0) i++;
    else j++;
  }
  return result;
}

/** The first block from `from` on, below `to`, that has bit `bit` set; blocks are ascending and alike before that bit. */
export function splitAt(blocks: Blocks, from: number, to: number, bit: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bitOf(blocks, middle, bit) === 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Appends what is left of the block at `start` without blocks `from` to `to` of a list, which all lie in it. */
function remove(result: Blocks, start: Uint32Array, length: number, holes: Blocks, from: number, to: number): void {
  if (from === to) {
    push(result, start, 0, length);
    return;
  }
  if (holes.lengths[from] === length) return;
  const middle = splitAt(holes, from, to, length);
  remove(result, start, length + 1, holes, from, middle);
  const upper = start.slice();
  const word = length >>> 5;
  upper[word] = (upper[word] ?? 0) | (1 << (31 - (length & 31)));
  remove(result, upper, length + 1, holes, middle, to);
}

function subtract(a: Blocks, b: Blocks): Blocks {
  const { width } = a;
  const result = newBlocks(width, a.count);
  let from = 0;
  for (let i = 0; i < a.count; i++) {
    while (from < b.count && compareStarts(b, from, a, i) < 0 && !holds(b, from, a, i)) from++;
    if (from < b.count && holds(b, from, a, i)) continue;
    let to = from;
    while (to < b.count && holds(a, i, b, to)) to++;
    remove(result, a.words.slice(i * width, (i + 1) * width), a.lengths[i] ?? 0, b, from, to);
    from = to;
  }
  return result;
}

/** The addresses of both lists, in the fewest prefixes: IPv4 first, then IPv6, each ascending. */
export function intersectCidrs(a: readonly string[], b: readonly string[]): readonly string[] {
  return familiesOf(a, b).flatMap(([x, y]) => blockTexts(intersect(x, y)));
}

/** The addresses of the first list without those of the second, in the fewest prefixes. */
export function subtractCidrs(a: readonly string[], b: readonly string[]): readonly string[] {
  return familiesOf(a, b).flatMap(([x, y]) => blockTexts(subtract(x, y)));
}

/** Whether every address of `inner` is in `outer`. */
export function cidrsContain(outer: readonly string[], inner: readonly string[]): boolean {
  return familiesOf(inner, outer).every(([x, y]) => subtract(x, y).count === 0);
}

/** Whether the lists have an address in common. */
export function cidrsOverlap(a: readonly string[], b: readonly string[]): boolean {
  return familiesOf(a, b).some(([x, y]) => intersect(x, y).count > 0);
}

/** The number of addresses of disjoint blocks. */
export function sizeOf({ lengths, count, width }: Blocks): bigint {
  const perLength = new Array<number>(129).fill(0);
  for (let i = 0; i < count; i++) perLength[lengths[i] ?? 0] = (perLength[lengths[i] ?? 0] ?? 0) + 1;
  return perLength.reduce((sum, blocks, length) => {
    return blocks === 0 ? sum : sum + BigInt(blocks) * (1n << BigInt(32 * width - length));
  }, 0n);
}

/** How many different addresses a list has, by family. */
export function countAddresses(prefixes: readonly string[]): Readonly<Record<AddressFamily, bigint>> {
  const { ipv4, ipv6 } = blocksOf(prefixes);
  return { ipv4: sizeOf(aggregateBlocks(ipv4)), ipv6: sizeOf(aggregateBlocks(ipv6)) };
}
