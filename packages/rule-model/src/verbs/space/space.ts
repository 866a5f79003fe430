import type { Entry } from '../../model/entry.js';
import type { Direction } from '../../model/rule.js';
import { addressAtoms, type AddressAtoms } from './address-atoms.js';
import { hostAtoms, type HostAtom } from './host-atoms.js';
import { itemsOf, type Items } from './items.js';
import { serviceAtoms, type ServiceAtom } from './service-atoms.js';
import { sideOf, type Side } from './side.js';

/**
 * All flows of one direction, divided into those that some policies can't tell apart: finitely many, whatever the
 * number of hosts and addresses in the world.
 */
export interface Space {
  readonly direction: Direction;
  readonly sides: readonly Side[];
  readonly destinationItems: Items;
  readonly sourceItems: Items;
  readonly services: readonly ServiceAtom[];
  readonly sources: AddressAtoms;
  readonly hosts: readonly HostAtom[];
  readonly addresses: AddressAtoms;
  /** Whether a rule denies, so that a name and an address of one connection can meet rules of two minds. */
  readonly denies: boolean;
}

/** The space of some lists of entries. The tags in `byName` are taken by their names: see {@link itemsOf}. */
export function spaceOf(
  direction: Direction,
  lists: readonly (readonly Entry[])[],
  byName: ReadonlySet<string> = new Set(),
): Space {
  const mine = lists.map((entries) => entries.filter(({ rule }) => rule.direction === direction));
  const all = mine.flat();
  const destinationItems = itemsOf(
    all.map(({ destination }) => destination),
    byName,
  );
  const sourceItems = itemsOf(
    all.flatMap(({ rule }) => rule.sources),
    byName,
  );
  const denies = all.some(({ rule }) => rule.action === 'deny');
  return {
    direction,
    sides: mine.map((entries) => sideOf(entries, destinationItems, sourceItems)),
    destinationItems,
    sourceItems,
    services: serviceAtoms(all.map(({ service }) => service)),
    sources: addressAtoms(sourceItems, denies),
    hosts: hostAtoms(destinationItems),
    addresses: addressAtoms(destinationItems, denies),
    denies,
  };
}
