import { aggregateBlocks } from './aggregate.js';
import { blockTexts, newBlocks, push, type Blocks } from './blocks.js';
import type { AddressClasses } from './address-classes.js';

function bigintAt({ words, width }: Blocks, i: number): bigint {
  let value = 0n;
  for (let word = 0; word < width; word++) value = (value << 32n) | BigInt(words[i * width + word] ?? 0);
  return value;
}

function pushPrefix(blocks: Blocks, address: bigint, length: number): void {
  const words = Uint32Array.from({ length: blocks.width }, (_, word) =>
    Number((address >> BigInt(32 * (blocks.width - 1 - word))) & 0xffffffffn),
  );
  push(blocks, words, 0, length);
}

/** The fewest prefixes from a first address to before an end. */
function pushRange(blocks: Blocks, start: bigint, end: bigint): void {
  const bits = 32 * blocks.width;
  for (let at = start; at < end;) {
    let size = 0;
    while (size < bits && (at & (1n << BigInt(size))) === 0n && at + (1n << BigInt(size + 1)) <= end) size++;
    pushPrefix(blocks, at, bits - size);
    at += 1n << BigInt(size);
  }
}

function prefixesIn(starts: Blocks, classOf: Uint32Array, wanted: ReadonlySet<number>): readonly string[] {
  const blocks = newBlocks(starts.width);
  classOf.forEach((found, piece) => {
    if (!wanted.has(found)) return;
    const end = piece + 1 < starts.count ? bigintAt(starts, piece + 1) : 1n << BigInt(32 * starts.width);
    pushRange(blocks, bigintAt(starts, piece), end);
  });
  return blockTexts(aggregateBlocks(blocks));
}

/** The addresses of some classes in the fewest prefixes: IPv4 first, then IPv6, each ascending. */
export function prefixesOfClasses(classes: AddressClasses, wanted: ReadonlySet<number>): readonly string[] {
  return [
    ...prefixesIn(classes.pieces.ipv4.starts, classes.ipv4, wanted),
    ...prefixesIn(classes.pieces.ipv6.starts, classes.ipv6, wanted),
  ];
}
