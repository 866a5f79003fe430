import { parseCidr } from './cidr.js';
import { ipv4Text } from './ipv4.js';
import { ipv6GroupsText } from './ipv6.js';
import { newScan, scanCidr } from './scan-cidr.js';

/**
 * Prefixes of one family as numbers: block `i` starts at `words[i * width]` (most significant word first) and has
 * `lengths[i]` bits. Words and not bigints: a set of a hundred thousand has to be sorted in milliseconds.
 */
export interface Blocks {
  readonly width: 1 | 4;
  words: Uint32Array;
  lengths: Uint8Array;
  count: number;
}

/** The two families of a list. */
export interface FamilyBlocks {
  readonly ipv4: Blocks;
  readonly ipv6: Blocks;
}

/** No blocks yet. */
export function newBlocks(width: 1 | 4, capacity = 16): Blocks {
  return { width, words: new Uint32Array(capacity * width), lengths: new Uint8Array(capacity), count: 0 };
}

/** Appends the block whose words stand at `at`. */
export function push(blocks: Blocks, words: Uint32Array, at: number, length: number): void {
  const { width } = blocks;
  const count = blocks.count++;
  if (count === blocks.lengths.length) grow(blocks);
  blocks.lengths[count] = length;
  const to = blocks.words;
  if (width === 1) to[count] = words[at] ?? 0;
  else for (let word = 0; word < 4; word++) to[4 * count + word] = words[at + word] ?? 0;
}

function grow(blocks: Blocks): void {
  const { words, lengths } = blocks;
  blocks.words = new Uint32Array(2 * words.length + blocks.width);
  blocks.words.set(words);
  blocks.lengths = new Uint8Array(2 * lengths.length + 1);
  blocks.lengths.set(lengths);
}

/**
 * The prefixes of a list as numbers, families apart, in the order of the list.
 *
 * @throws RangeError for a text that `parseCidr` refuses: lists come from values that were parsed before.
 */
export function blocksOf(prefixes: readonly string[]): FamilyBlocks {
  const scan = newScan();
  const ipv4 = newBlocks(1, prefixes.length);
  const ipv6 = newBlocks(4, prefixes.length);
  for (const text of prefixes) {
    const family = scanCidr(text, scan) || scanCidr(canonical(text), scan);
    push(family === 4 ? ipv4 : ipv6, scan.words, 0, scan.length);
  }
  return { ipv4, ipv6 };
}

function canonical(text: string): string {
  const parsed = parseCidr(text);
  if (parsed.ok) return parsed.value;
  throw new RangeError(`${JSON.stringify(text)}: expected ${parsed.refusal.expected}`);
}

/** The texts of blocks, in their order. */
export function blockTexts({ width, words, lengths, count }: Blocks): string[] {
  const texts: string[] = [];
  const groups: number[] = [];
  for (let i = 0; i < count; i++) {
    const address = width === 1 ? ipv4Text(words[i] ?? 0) : ipv6GroupsText(groupsInto(groups, words, 4 * i));
    texts.push(`${address}/${lengths[i] ?? 0}`);
  }
  return texts;
}

function groupsInto(groups: number[], words: Uint32Array, at: number): readonly number[] {
  for (let word = 0; word < 4; word++) {
    const bits = words[at + word] ?? 0;
    groups[2 * word] = bits >>> 16;
    groups[2 * word + 1] = bits & 0xffff;
  }
  return groups;
}

/** How many leading bits two addresses share. */
export function commonBits(a: Uint32Array, atA: number, b: Uint32Array, atB: number, width: number): number {
  for (let word = 0; word < width; word++) {
    const differing = (a[atA + word] ?? 0) ^ (b[atB + word] ?? 0);
    if (differing !== 0) return 32 * word + Math.clz32(differing);
  }
  return 32 * width;
}

/** Whether block `i` of one list holds all of block `j` of another. */
export function holds(outer: Blocks, i: number, inner: Blocks, j: number): boolean {
  const { width } = outer;
  const length = outer.lengths[i] ?? 0;
  if (length > (inner.lengths[j] ?? 0)) return false;
  return commonBits(outer.words, i * width, inner.words, j * width, width) >= length;
}

/** The order of two blocks by their first address. */
export function compareStarts(a: Blocks, i: number, b: Blocks, j: number): number {
  const { width } = a;
  for (let word = 0; word < width; word++) {
    const difference = (a.words[i * width + word] ?? 0) - (b.words[j * width + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Bit `index` of block `i`, the most significant one first. */
export function bitOf({ words, width }: Blocks, i: number, index: number): number {
  return ((words[i * width + (index >>> 5)] ?? 0) >>> (31 - (index & 31))) & 1;
}
