import { compareStarts, holds, newBlocks, push, type Blocks } from './blocks.js';
import { parseCidr } from './cidr.js';
import { labelledBlocks, type LabelledBlocks } from './labelled-blocks.js';
import { newScan, scanAddress } from './scan-cidr.js';
import { newLabelSets, type LabelSets } from './label-sets.js';
import { orderOf } from './sort-blocks.js';

/**
 * All addresses of a family cut where the set of lists that hold them changes: piece `i` starts at block `i` of
 * `starts` and ends before the next.
 */
interface Pieces {
  readonly starts: Blocks;
  readonly sets: number[];
}

function cut({ starts, sets }: Pieces, words: Uint32Array, at: number, set: number): void {
  const last = starts.count - 1;
  push(starts, words, at, 0);
  // What begins at an address decides over what ended just before it.
  if (last >= 0 && compareStarts(starts, last, starts, last + 1) === 0) starts.count--;
  else if (sets[last] === set) {
    starts.count--;
    return;
  }
  sets[starts.count - 1] = set;
}

/** Puts the first address after a block into `into`. False where there is none. */
function next({ words, width, lengths }: Blocks, i: number, into: Uint32Array): boolean {
  for (let word = 0; word < width; word++) into[word] = words[i * width + word] ?? 0;
  const length = lengths[i] ?? 0;
  if (length === 0) return false;
  let word = (length - 1) >>> 5;
  let step = 2 ** (31 - ((length - 1) & 31));
  for (; word >= 0; word--) {
    const sum = (into[word] ?? 0) + step;
    into[word] = sum;
    if (sum <= 0xffffffff) return true;
    step = 1;
  }
  return false;
}

/** Prefixes never overlap in part, so that those which hold an address are a stack. */
function piecesOf({ blocks, labels }: LabelledBlocks, labelSets: LabelSets): Pieces {
  const { width, words } = blocks;
  const pieces: Pieces = { starts: newBlocks(width, 2 * blocks.count + 1), sets: [] };
  const open: number[] = [];
  const openSets: number[] = [labelSets.none];
  const after = new Uint32Array(4);
  const close = (): void => {
    openSets.pop();
    const closed = open.pop() ?? 0;
    if (next(blocks, closed, after)) cut(pieces, after, 0, openSets.at(-1) ?? labelSets.none);
  };
  cut(pieces, after, 0, labelSets.none);
  for (const i of orderOf(blocks)) {
    while (open.length > 0 && !holds(blocks, open.at(-1) ?? 0, blocks, i)) close();
    const set = labelSets.add(openSets.at(-1) ?? labelSets.none, labels[i] ?? 0);
    cut(pieces, words, i * width, set);
    open.push(i);
    openSets.push(set);
  }
  while (open.length > 0) close();
  return pieces;
}

/** For each value of the first 16 bits, the last piece that starts at or before it: halves the steps of a search. */
function pagesOf({ words, count }: Blocks): Uint32Array {
  const pages = new Uint32Array(65537).fill(count - 1);
  let piece = 0;
  for (let page = 0; page < 65536; page++) {
    while (piece + 1 < count && (words[piece + 1] ?? 0) <= page * 65536) piece++;
    pages[page] = piece;
  }
  return pages;
}

function findIpv4({ words }: Blocks, pages: Uint32Array, address: number): number {
  let low = pages[address >>> 16] ?? 0;
  let high = pages[(address >>> 16) + 1] ?? 0;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((words[middle] ?? 0) <= address) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsAfter(words: Uint32Array, at: number, address: Uint32Array): boolean {
  for (let word = 0; word < 4; word++) {
    const difference = (words[at + word] ?? 0) - (address[word] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function findIpv6({ words, count }: Blocks, address: Uint32Array): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (startsAfter(words, 4 * middle, address)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Another spelling of an address in its canonical one, or a text that is no address. */
function respelt(text: string): string {
  const parsed = text.includes('/') ? undefined : parseCidr(text);
  return parsed?.ok ? parsed.value.slice(0, parsed.value.indexOf('/')) : '';
}

/** The indices, ascending, of the lists that hold an address given as text; undefined for a text that is no address. */
export type CidrIndex = (address: string) => readonly number[] | undefined;

/**
 * Prepares the question "which of these lists hold this address?", for millions of addresses given as text. Equal
 * answers are the same array.
 *
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function indexCidrs(lists: readonly (readonly string[])[]): CidrIndex {
  const families = labelledBlocks(lists);
  const labelSets = newLabelSets(lists.length);
  const ipv4 = piecesOf(families.ipv4, labelSets);
  const ipv6 = piecesOf(families.ipv6, labelSets);
  const pages = pagesOf(ipv4.starts);
  const scan = newScan();
  return (address) => {
    const family = scanAddress(address, scan) || scanAddress(respelt(address), scan);
    if (family === 0) return undefined;
    const set =
      family === 4
        ? ipv4.sets[findIpv4(ipv4.starts, pages, scan.words[0] ?? 0)]
        : ipv6.sets[findIpv6(ipv6.starts, scan.words)];
    return labelSets.list(set ?? labelSets.none);
  };
}
