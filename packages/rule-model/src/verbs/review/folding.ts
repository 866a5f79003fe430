import type { Entry } from '../../model/entry.js';
import { addTo } from '../multimap.js';
import type { Matching } from '../space/matches.js';

/** The entries of one direction while some of them are taken out. */
export interface Folding {
  readonly entries: readonly Entry[];
  readonly removed: Set<number>;
  /** Where each entry matches. */
  readonly places: ReadonlyMap<number, readonly Matching[]>;
}

/** A folding in which nothing is taken out yet. */
export function newFolding(entries: readonly Entry[], matchings: readonly Matching[]): Folding {
  const places = new Map<number, Matching[]>();
  for (const matching of matchings) for (const entry of matching) addTo(places, entry, matching);
  return { entries, removed: new Set(), places };
}

/** Whether a rule of the other action stands between two entries: a connection of two parts might meet it first. */
function isInterrupted({ entries, removed }: Folding, from: number, to: number): boolean {
  const action = entries[from]?.rule.action;
  for (let between = from + 1; between < to; between++)
    if (!removed.has(between) && entries[between]?.rule.action !== action) return true;
  return false;
}

/** The entry that decides in the place of some others, if what it decides is the same for every flow. */
function successor(folding: Folding, matching: Matching, without: ReadonlySet<number>): number | undefined {
  const staying = matching.filter((entry) => !folding.removed.has(entry));
  const [first] = staying;
  const next = staying.find((entry) => !without.has(entry));
  if (first === undefined || next === undefined) return undefined;
  if (folding.entries[first]?.rule.action !== folding.entries[next]?.rule.action) return undefined;
  return isInterrupted(folding, first, next) ? undefined : next;
}

/**
 * The entries that would decide in the place of some entries of one rule if these were taken out; undefined when a flow
 * would be decided otherwise, and when only rules of the other action would decide: that is for a reader to look at.
 */
export function coverersOf(folding: Folding, without: ReadonlySet<number>): readonly Entry[] | undefined {
  const coverers = new Set<Entry>();
  for (const entry of without)
    for (const matching of folding.places.get(entry) ?? []) {
      const next = successor(folding, matching, without);
      const coverer = next === undefined ? undefined : folding.entries[next];
      if (!coverer) return undefined;
      if (coverer.rule.action === folding.entries[entry]?.rule.action) coverers.add(coverer);
    }
  return coverers.size > 0 ? [...coverers] : undefined;
}
