import { compareStarts, type Blocks } from './blocks.js';

/** Below this many blocks, clearing the counters of a radix sort costs more than comparing. */
const fewBlocks = 1500;

function compareBlocks(blocks: Blocks, i: number, j: number): number {
  return compareStarts(blocks, i, blocks, j) || (blocks.lengths[i] ?? 0) - (blocks.lengths[j] ?? 0) || i - j;
}

function isAscending(blocks: Blocks): boolean {
  for (let i = 1; i < blocks.count; i++) if (compareBlocks(blocks, i - 1, i) > 0) return false;
  return true;
}

interface Digits {
  readonly values: Uint32Array | Uint8Array;
  readonly stride: number;
  readonly offset: number;
  readonly shift: number;
}

/** One stable pass of a radix sort. False, and nothing moved, where all digits are the same. */
function pass(digits: Digits, from: Uint32Array, to: Uint32Array, counts: Uint32Array): boolean {
  const { values, stride, offset, shift } = digits;
  counts.fill(0);
  for (let i = 0; i < from.length; i++) {
    const digit = ((values[i * stride + offset] ?? 0) >>> shift) & 0xffff;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  if (counts[((values[offset] ?? 0) >>> shift) & 0xffff] === from.length) return false;
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += count;
  }
  for (const i of from) {
    const digit = ((values[i * stride + offset] ?? 0) >>> shift) & 0xffff;
    const place = counts[digit] ?? 0;
    counts[digit] = place + 1;
    to[place] = i;
  }
  return true;
}

/** Least significant digit first: the length, then the words from the last to the first. */
function radixOrder({ words, width, lengths }: Blocks, order: Uint32Array): Uint32Array {
  const counts = new Uint32Array(65536);
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  const run = (digits: Digits): void => {
    if (pass(digits, from, to, counts)) [from, to] = [to, from];
  };
  run({ values: lengths, stride: 1, offset: 0, shift: 0 });
  for (let word = width - 1; word >= 0; word--)
    for (const shift of [0, 16]) run({ values: words, stride: width, offset: word, shift });
  return from;
}

/** The indices of blocks by first address, then wide before narrow, then as they stand. */
export function orderOf(blocks: Blocks): Uint32Array {
  const order = new Uint32Array(blocks.count);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (isAscending(blocks)) return order;
  if (blocks.count < fewBlocks) return order.sort((i, j) => compareBlocks(blocks, i, j));
  return radixOrder(blocks, order);
}
