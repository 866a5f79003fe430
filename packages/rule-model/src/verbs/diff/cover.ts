import type { Cidr, Destination, ServiceTag } from '../../model/destination.js';
import { prefixesOfClasses } from '../../net/piece-prefixes.js';
import type { AddressAtoms } from '../space/address-atoms.js';
import type { Items } from '../space/items.js';

/** A destination or source by address. */
export type ByAddress = Cidr | ServiceTag;

/** Items that together hold some classes of addresses, and the classes that no whole item makes up. */
export interface Cover {
  readonly items: readonly ByAddress[];
  readonly rest: ReadonlySet<number>;
}

/** An item by its value, where that is by address. */
export function byAddress({ list }: Items, item: number): readonly ByAddress[] {
  const value = list[item]?.value;
  return value?.kind === 'cidr' || value?.kind === 'service-tag' ? [value] : [];
}

/** The classes within `within` that each list of prefixes holds. */
function heldBy({ classes }: AddressAtoms, within: ReadonlySet<number>): Map<number, number[]> {
  const held = new Map<number, number[]>();
  for (const known of within)
    for (const list of classes.classes[known] ?? []) held.set(list, [...(held.get(list) ?? []), known]);
  return held;
}

/** Names some classes by as few whole items as can be told at a glance: the widest first. */
export function cover(
  atoms: AddressAtoms,
  items: Items,
  wanted: ReadonlySet<number>,
  within: ReadonlySet<number>,
): Cover {
  const rest = new Set(wanted);
  const chosen: ByAddress[] = [];
  const whole = [...heldBy(atoms, within)].filter(([, known]) => known.every((one) => wanted.has(one)));
  for (const [list, known] of whole.toSorted(([, a], [, b]) => b.length - a.length)) {
    if (!known.some((one) => rest.has(one))) continue;
    chosen.push(...byAddress(items, atoms.listItems[list] ?? -1));
    known.forEach((one) => rest.delete(one));
  }
  return { items: chosen, rest };
}

/** A cover whose rest is written out as prefixes. */
export function covering(
  atoms: AddressAtoms,
  items: Items,
  wanted: ReadonlySet<number>,
  within: ReadonlySet<number>,
): readonly ByAddress[] {
  const { items: whole, rest } = cover(atoms, items, wanted, within);
  const prefixes = rest.size === 0 ? [] : prefixesOfClasses(atoms.classes, rest);
  return [...whole, ...prefixes.map((prefix): Cidr => ({ kind: 'cidr', prefix }))];
}

/** What is left of a set. */
export function without<T>(all: Iterable<T>, some: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...all].filter((one) => !some.has(one)));
}

/** The values of tags by their items. */
export function tagValues(items: Items, tags: readonly number[]): readonly (Destination & ByAddress)[] {
  return tags.flatMap((tag) => byAddress(items, tag));
}
