import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { AddressSet, FilterModel, PacketFilter } from '../model.js';

/** The files that take a filter from one model to another. */
export type Update = (previous: FilterModel, next: FilterModel) => readonly Artifact[];

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A filter without its prefixes. */
function frame(filter: PacketFilter): PacketFilter {
  return {
    ...filter,
    sets: filter.sets.map(({ use, label, family }) => ({ use, label, family })),
  };
}

/**
 * Nothing where nothing changes; where only prefixes do, a file that exchanges those sets; else all files, which replace
 * what is there in one step as well.
 */
export function updateBy(
  all: (model: FilterModel) => readonly Artifact[],
  refresh: (sets: readonly AddressSet[], filter: PacketFilter) => Artifact,
): Update {
  return (previous, next) => {
    if (same(previous.filter, next.filter)) return [];
    if (!same(frame(previous.filter), frame(next.filter))) return all(next);
    const changed = next.filter.sets.filter((set, i) => !same(set, previous.filter.sets[i]));
    return [refresh(changed, next.filter)];
  };
}
