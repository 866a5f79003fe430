import { liveEntries, type Side } from './side.js';
import type { Space } from './space.js';

/** The entries of a side that match some flows, in the order of match; never empty. */
export type Matching = readonly number[];

/** All that matches somewhere in a space, for flows with a name alone or an address alone; each combination once. */
export function allMatching(space: Space, side: Side): readonly Matching[] {
  const points = [...space.hosts, ...space.addresses.atoms].map(({ items }) => items);
  const cells = space.sources.atoms.flatMap((source) => space.services.map((service) => ({ source, service })));
  const found = new Map<string, Matching>();
  for (const { source, service } of cells) {
    const live = liveEntries(side, space.destinationItems, source, service);
    for (const items of points) {
      const matching = items.flatMap((item) => live[item] ?? []).sort((a, b) => a - b);
      if (matching.length > 0) found.set(matching.join(' '), matching);
    }
  }
  return [...found.values()];
}
