import type { Entry } from '../../model/entry.js';
import { allMatching } from '../space/matches.js';
import type { Space } from '../space/space.js';

/** The entries that decide no flow, each with those that decide its flows before it. */
export type Shadowed = ReadonlyMap<Entry, ReadonlySet<Entry>>;

/**
 * Finds the entries that others before them cover, one by one or together. Where an entry decides some flow, it decides
 * one with a name alone or an address alone: a second part only brings more rules before it.
 */
export function shadowedEntries(space: Space): Shadowed {
  const [side] = space.sides;
  const shadowed = new Map<Entry, Set<Entry>>();
  if (!side) return shadowed;
  const deciding = new Set<number>();
  const before = new Map<number, Set<number>>(side.entries.map((_, entry) => [entry, new Set()]));
  for (const [first = 0, ...others] of allMatching(space, side)) {
    deciding.add(first);
    for (const entry of others) before.get(entry)?.add(first);
  }
  side.entries.forEach((entry, number) => {
    if (deciding.has(number)) return;
    const by = [...(before.get(number) ?? [])].sort((a, b) => a - b);
    shadowed.set(entry, new Set(by.flatMap((one) => side.entries[one] ?? [])));
  });
  return shadowed;
}
