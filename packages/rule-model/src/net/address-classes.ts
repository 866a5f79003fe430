import { blocksOf, compareStarts, newBlocks, push, type Blocks } from './blocks.js';
import { orderOf } from './sort-blocks.js';

/** The addresses of one family cut into stretches: from each start to before the next, all are of one class. */
export interface Stretches {
  readonly width: 1 | 4;
  /** Ascending, `width` words each; the first is the family's first address. */
  readonly starts: Uint32Array;
  /** The class of each stretch. */
  readonly classes: Uint32Array;
}

/** All addresses, divided by which of some sets hold them. */
export interface AddressClasses {
  /** The sets that hold the addresses of a class, ascending. Class 0 is held by none. */
  readonly sets: readonly (readonly number[])[];
  readonly ipv4: Stretches;
  readonly ipv6: Stretches;
}

/** Places where a set begins or ends to hold what follows. */
interface Events {
  /** Where; the lengths of the blocks mean nothing. */
  readonly places: Blocks;
  /** The set by its number, or `-1 - number` where it ends. */
  readonly changes: number[];
}

/** Adds the first address after a block to the places; false where the block ends with the family's last address. */
function pushAfter(places: Blocks, { words, width, lengths }: Blocks, i: number): boolean {
  const length = lengths[i] ?? 0;
  if (length === 0) return false;
  const end = words.slice(i * width, (i + 1) * width);
  let carry = 2 ** (31 - ((length - 1) & 31));
  for (let word = (length - 1) >>> 5; word >= 0 && carry > 0; word--) {
    const sum = (end[word] ?? 0) + carry;
    end[word] = sum;
    carry = sum < 2 ** 32 ? 0 : 1;
  }
  if (carry === 0) push(places, end, 0, 0);
  return carry === 0;
}

function addEvents({ places, changes }: Events, blocks: Blocks, set: number): void {
  for (let i = 0; i < blocks.count; i++) {
    push(places, blocks.words, i * blocks.width, 0);
    changes.push(set);
    if (pushAfter(places, blocks, i)) changes.push(-1 - set);
  }
}

/** The numbers of combinations of sets. */
interface Numbering {
  readonly sets: (readonly number[])[];
  readonly byKey: Map<string, number>;
}

function numberOf({ sets, byKey }: Numbering, held: ReadonlyMap<number, number>): number {
  const combination = [...held.keys()].toSorted((a, b) => a - b);
  const key = combination.join(' ');
  const known = byKey.get(key);
  if (known !== undefined) return known;
  byKey.set(key, sets.length);
  return sets.push(combination) - 1;
}

/** A set holds an address as often as its prefixes overlap there. */
function change(held: Map<number, number>, event: number): void {
  const set = event < 0 ? -1 - event : event;
  const count = (held.get(set) ?? 0) + (event < 0 ? -1 : 1);
  if (count > 0) held.set(set, count);
  else held.delete(set);
}

function stretchesOf({ places, changes }: Events, numbering: Numbering): Stretches {
  const { width } = places;
  const starts = newBlocks(width, places.count + 1);
  push(starts, new Uint32Array(width), 0, 0);
  const classes = [0];
  const held = new Map<number, number>();
  const order = orderOf(places);
  order.forEach((event, nth) => {
    change(held, changes[event] ?? 0);
    const next = order[nth + 1];
    if (next !== undefined && compareStarts(places, event, places, next) === 0) return;
    const found = numberOf(numbering, held);
    if (compareStarts(starts, starts.count - 1, places, event) === 0) classes[starts.count - 1] = found;
    else if (found !== classes[starts.count - 1]) {
      push(starts, places.words, event * width, 0);
      classes.push(found);
    }
  });
  return { width, starts: starts.words.slice(0, starts.count * width), classes: Uint32Array.from(classes) };
}

/**
 * Divides all addresses by which of the sets hold them. Takes time in proportion to n·log n of the prefixes.
 *
 * @throws RangeError for a text that `parseCidr` refuses.
 */
export function addressClasses(sets: readonly (readonly string[])[]): AddressClasses {
  const ipv4: Events = { places: newBlocks(1), changes: [] };
  const ipv6: Events = { places: newBlocks(4), changes: [] };
  sets.forEach((prefixes, set) => {
    const blocks = blocksOf(prefixes);
    addEvents(ipv4, blocks.ipv4, set);
    addEvents(ipv6, blocks.ipv6, set);
  });
  const numbering: Numbering = { sets: [[]], byKey: new Map([['', 0]]) };
  return { ipv4: stretchesOf(ipv4, numbering), ipv6: stretchesOf(ipv6, numbering), sets: numbering.sets };
}
