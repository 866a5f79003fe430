import type { AddressAtom, AddressAtoms } from './address-atoms.js';

/**
 * For each atom, the atoms whose items are among its own because they lie in fewer tags without addresses: itself, and
 * those that answer for it when they are asked first.
 */
export function partsOfAtoms({ atoms }: AddressAtoms): readonly (readonly number[])[] {
  const key = (known: number, tags: readonly number[]): string => `${known} ${tags.join(' ')}`;
  const byKey = new Map(atoms.map(({ known, tags }, atom) => [key(known, tags), atom]));
  const subsets = ({ tags }: AddressAtom): readonly (readonly number[])[] =>
    tags.length < 2 ? [[], tags] : [[], ...tags.map((tag) => [tag]), tags];
  return atoms.map((atom) => {
    const { known, tags } = atom;
    const own = subsets(atom).flatMap((some) => byKey.get(key(known, some)) ?? []);
    const free = tags.length === 0 ? [] : subsets(atom).flatMap((some) => byKey.get(key(0, some)) ?? []);
    return [...new Set([...own, ...free])];
  });
}
