import { readAddress } from './address.js';
import { cidrPieces, type CidrPieces, type Pieces } from './cidr-pieces.js';
import { locator } from './locate.js';
import { newScan } from './scan-cidr.js';

/** All addresses, divided by which of some lists of prefixes hold them. */
export interface AddressClasses {
  /** The lists that hold the addresses of a class, ascending. Class 0 is held by none, and may be empty. */
  readonly classes: readonly (readonly number[])[];
  readonly pieces: CidrPieces;
  /** The class of each piece. */
  readonly ipv4: Uint32Array;
  readonly ipv6: Uint32Array;
}

/**
 * Divides all addresses by which of the lists hold them. Takes time in proportion to n·log n of the prefixes.
 *
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function addressClasses(lists: readonly (readonly string[])[]): AddressClasses {
  const pieces = cidrPieces(lists);
  const classes: (readonly number[])[] = [[]];
  const byKey = new Map([['', 0]]);
  const bySet = new Map<number, number>();
  const classOf = (set: number): number => {
    const held = pieces.labelSets.list(set);
    const key = held.join(' ');
    const found = byKey.get(key) ?? classes.push(held) - 1;
    byKey.set(key, found);
    bySet.set(set, found);
    return found;
  };
  const classesOf = ({ sets }: Pieces): Uint32Array => Uint32Array.from(sets, (set) => bySet.get(set) ?? classOf(set));
  return { classes, pieces, ipv4: classesOf(pieces.ipv4), ipv6: classesOf(pieces.ipv6) };
}

/**
 * Finds the class of an address given as text.
 *
 * @throws RangeError for a text that is no address.
 */
export type ClassOf = (address: string) => number;

/** A finder of classes. */
export function classFinder({ pieces, ipv4, ipv6 }: AddressClasses): ClassOf {
  const locate = locator(pieces);
  const scan = newScan();
  return (address) => {
    const family = readAddress(address, scan);
    return (family === 4 ? ipv4 : ipv6)[locate(family, scan.words)] ?? 0;
  };
}
