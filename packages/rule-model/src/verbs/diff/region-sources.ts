import type { AddressAtom, AddressAtoms } from '../space/address-atoms.js';
import type { Items } from '../space/items.js';
import { covering, tagValues, without } from './cover.js';
import type { RegionSources } from './region.js';

/** Sources that no tag has to hold. */
function plainPart(atoms: AddressAtoms, items: Items, known: ReadonlySet<number>): readonly RegionSources[] {
  const inhabited = new Set(atoms.inhabited);
  const missing = without(inhabited, known);
  if (known.size === 0) return [];
  if (known.has(0) || missing.size === 0)
    return [{ of: [{ kind: 'any' }], except: covering(atoms, items, missing, inhabited), also: [] }];
  return [{ of: covering(atoms, items, known, inhabited), except: [], also: [] }];
}

/** Sources in tags without addresses, and in prefixes as well where the atom says so. */
function taggedPart(atoms: AddressAtoms, items: Items, { known, tags }: AddressAtom): RegionSources {
  if (known === 0) return { of: tagValues(items, tags.slice(0, 1)), except: [], also: tagValues(items, tags.slice(1)) };
  const of = covering(atoms, items, new Set([known]), new Set(atoms.inhabited));
  return { of, except: [], also: tagValues(items, tags) };
}

/** Shows atoms of sources in the words of the policies: one part for all that take no tag, and one for each other. */
export function regionSources(
  atoms: AddressAtoms,
  items: Items,
  some: readonly AddressAtom[],
): readonly RegionSources[] {
  const plain = new Set(some.flatMap(({ known, tags }) => (tags.length === 0 ? [known] : [])));
  const tagged = some.filter(({ tags }) => tags.length > 0);
  return [...plainPart(atoms, items, plain), ...tagged.map((atom) => taggedPart(atoms, items, atom))];
}
