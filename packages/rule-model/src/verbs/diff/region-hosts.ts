import type { Destination } from '../../model/destination.js';
import type { HostAtom } from '../space/host-atoms.js';
import { addTo } from '../multimap.js';
import type { RegionDestination } from './region.js';

/** Shows atoms of hosts: what lies under a shown atom is shown with it, or excepted. */
export function regionHosts(atoms: readonly HostAtom[], some: ReadonlySet<number>): readonly RegionDestination[] {
  const under = new Map<number, number[]>();
  atoms.forEach(({ parent }, atom) => {
    addTo(under, parent, atom);
  });
  /** The widest atoms under one that are not among those shown. */
  const exceptions = (atom: number): readonly Destination[] =>
    (under.get(atom) ?? []).flatMap((child) => {
      if (some.has(child)) return exceptions(child);
      const destination = atoms[child]?.destination;
      return destination ? [destination] : [];
    });
  return [...some].flatMap((atom) => {
    const { destination, parent = -1 } = atoms[atom] ?? {};
    return destination === undefined || some.has(parent)
      ? []
      : [{ of: destination, except: exceptions(atom), also: [] }];
  });
}
