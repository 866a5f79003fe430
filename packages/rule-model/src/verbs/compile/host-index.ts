import type { Reach } from '../../model/reach.js';
import { domainsAbove } from '../../net/domains.js';
import { hostOfFlow } from '../../net/host-relation.js';
import { addTo } from '../multimap.js';
import { nameTable, otherSpelling, type NameTarget } from './name-table.js';

/** Numbers of entries in the order of match. */
export type EntryList = Int32Array;

/** The entries that a host can meet. Those by a suffix or path have to be looked at more closely. */
export type HostIndex = (host: string) => EntryList;

/** An entry by the end of names that it holds. */
export interface Suffix {
  readonly suffix: string;
  readonly entry: number;
}

/** The entries by what they reach. A suffix stands at the domain above it: its look-alikes lie below that too. */
export interface Reached {
  readonly exact: Map<string, number[]>;
  readonly below: Map<string, number[]>;
  readonly ending: Map<string, Suffix[]>;
}

/** Sorts entries by what they reach. */
export function reachedBy(entries: ReadonlyMap<number, Reach>): Reached {
  const reached: Reached = { exact: new Map(), below: new Map(), ending: new Map() };
  for (const [entry, reach] of entries) {
    if (reach.by === 'host') addTo(reached.exact, reach.host, entry);
    if (reach.by === 'below') addTo(reached.below, reach.parent, entry);
    if (reach.by === 'ending')
      addTo(reached.ending, domainsAbove(reach.suffix)[0] ?? '', { suffix: reach.suffix, entry });
  }
  return reached;
}

/** What holds every host of a name: the wildcards above it, and the suffixes that it ends with itself. */
function inherited(name: string, { below, ending }: Reached): readonly number[] {
  return domainsAbove(name).flatMap((domain) => [
    ...(below.get(domain) ?? []),
    ...(ending.get(domain) ?? []).filter(({ suffix }) => name.endsWith(suffix)).map(({ entry }) => entry),
  ]);
}

function atHost(name: string, reached: Reached): readonly number[] {
  return [...(reached.exact.get(name) ?? []), ...inherited(name, reached)];
}

function belowDomain(name: string, reached: Reached): readonly number[] {
  const own = (reached.ending.get(name) ?? []).map(({ entry }) => entry);
  return [...(reached.below.get(name) ?? []), ...own, ...inherited(name, reached)];
}

/** An index over entries by their number. */
export function hostIndex(entries: ReadonlyMap<number, Reach>): HostIndex {
  const reached = reachedBy(entries);
  // List 0 is that of a host that nothing reaches.
  const none: EntryList = new Int32Array(0);
  const lists: EntryList[] = [none];
  const add = (list: readonly number[]): number => lists.push(Int32Array.from(list).sort()) - 1;
  const targets = new Map<string, NameTarget>();
  for (const name of reached.exact.keys()) targets.set(name, { exact: add(atHost(name, reached)), below: 0 });
  for (const name of new Set([...reached.below.keys(), ...reached.ending.keys()]))
    targets.set(name, { exact: targets.get(name)?.exact ?? 0, below: add(belowDomain(name, reached)) });
  const find = nameTable(targets);
  return (host) => {
    const found = find(host);
    return lists[found === otherSpelling ? find(hostOfFlow(host)) : found] ?? none;
  };
}
