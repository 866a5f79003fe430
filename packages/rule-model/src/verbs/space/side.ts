import type { Entry } from '../../model/entry.js';
import { serviceText } from '../../model/service.js';
import type { AddressAtom } from './address-atoms.js';
import type { Items } from './items.js';
import type { ServiceAtom } from './service-atoms.js';

/** The entries of one policy in one direction, in the order of match, by the items of a space. */
export interface Side {
  readonly entries: readonly Entry[];
  /** The item of each entry's destination. */
  readonly destinations: readonly number[];
  /** The items of each entry's sources. */
  readonly sources: readonly (readonly number[])[];
  readonly services: readonly string[];
}

/** A side of a space. */
export function sideOf(entries: readonly Entry[], destinations: Items, sources: Items): Side {
  return {
    entries,
    destinations: entries.map(({ destination }) => destinations.numberOf(destination)),
    sources: entries.map(({ rule }) => rule.sources.map(sources.numberOf)),
    services: entries.map(({ service }) => serviceText(service)),
  };
}

/** The place after all entries: no rule matches. */
export const unmatched = Infinity;

/** The entries that match from these sources by these ports, for each item of destinations in the order of match. */
export type Live = readonly (readonly number[])[];

/** Finds {@link Live} for an atom of sources and one of services. */
export function liveEntries(side: Side, items: Items, source: AddressAtom, service: ServiceAtom): Live {
  const live = items.list.map((): number[] => []);
  const from = new Set(source.items);
  side.entries.forEach((_, entry) => {
    if (!service.services.has(side.services[entry] ?? '')) return;
    if (side.sources[entry]?.some((item) => from.has(item)) === true) live[side.destinations[entry] ?? 0]?.push(entry);
  });
  return live;
}

/** The first entry that matches what some items hold; {@link unmatched} for none. */
export function firstOf(live: Live, items: readonly number[]): number {
  let first = unmatched;
  for (const item of items) first = Math.min(first, live[item]?.[0] ?? unmatched);
  return first;
}
