import { compareStarts, holds, newBlocks, push, type Blocks } from './blocks.js';
import { newLabelSets, type LabelSets } from './label-sets.js';
import { labelledBlocks, type LabelledBlocks } from './labelled-blocks.js';
import { orderOf } from './sort-blocks.js';

/**
 * All addresses of a family cut where the set of lists that hold them changes: piece `i` starts at block `i` of
 * `starts` and ends before the next.
 */
export interface Pieces {
  readonly starts: Blocks;
  /** Numbers in the store of label sets. Equal sets can have several numbers. */
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

/** The pieces of both families, and the store of the sets of lists that hold them. */
export interface CidrPieces {
  readonly ipv4: Pieces;
  readonly ipv6: Pieces;
  readonly labelSets: LabelSets;
}

/**
 * Cuts all addresses where the set of lists that hold them changes.
 *
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function cidrPieces(lists: readonly (readonly string[])[]): CidrPieces {
  const families = labelledBlocks(lists);
  const labelSets = newLabelSets(lists.length);
  return { ipv4: piecesOf(families.ipv4, labelSets), ipv6: piecesOf(families.ipv6, labelSets), labelSets };
}
