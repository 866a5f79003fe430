import { destinationText } from '../../model/destination.js';
import { prefixesOfClasses } from '../../net/piece-prefixes.js';
import type { AddressAtom, AddressAtoms } from '../space/address-atoms.js';
import type { Items } from '../space/items.js';
import { addTo } from '../multimap.js';
import { byAddress, cover, tagValues, without } from './cover.js';
import type { RegionDestination } from './region.js';

/** The part of an item that some classes make up: all, all but a few other items, or just these prefixes. */
function part(
  atoms: AddressAtoms,
  items: Items,
  item: number,
  some: ReadonlySet<number>,
): Omit<RegionDestination, 'also'>[] {
  const list = atoms.listItems.indexOf(item);
  // A tag without addresses stands for itself where it lies in no prefix.
  if (list < 0 && some.has(0)) return byAddress(items, item).map((of) => ({ of, except: [] }));
  const within = new Set(
    list < 0 ? atoms.inhabited : atoms.inhabited.filter((known) => atoms.classes.classes[known]?.includes(list)),
  );
  const { items: except, rest } = cover(atoms, items, without(within, some), within);
  return byAddress(items, item).map((of) => {
    // "Storage except Storage" of another week says nothing to a reader.
    const sayable = rest.size === 0 && !except.some((one) => destinationText(one) === destinationText(of));
    return sayable ? { of, except } : { of, except: [], only: prefixesOfClasses(atoms.classes, some) };
  });
}

/** Shows atoms of addresses as parts of the item by which they are allowed. */
export function regionAddresses(
  atoms: AddressAtoms,
  items: Items,
  item: number,
  some: readonly AddressAtom[],
): readonly RegionDestination[] {
  const byOthers = new Map<string, { tags: readonly number[]; known: number }[]>();
  for (const { known, tags } of some) {
    const others = tags.filter((tag) => tag !== item);
    addTo(byOthers, others.join(' '), { tags: others, known });
  }
  return [...byOthers.values()].flatMap((group) => {
    const also = tagValues(items, group[0]?.tags ?? []);
    return part(atoms, items, item, new Set(group.map(({ known }) => known))).map((one) => ({ ...one, also }));
  });
}
