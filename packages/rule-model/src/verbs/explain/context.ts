import type { Entry } from '../../model/entry.js';
import type { Flow } from '../../model/flow.js';
import type { DirectionIndex } from '../compile/direction-index.js';
import { reachedBy, type Reached, type Suffix } from '../compile/host-index.js';
import { carriedAt } from '../compile/service-table.js';
import { excluded } from '../compile/source-table.js';
import { domainsAbove } from '../../net/domains.js';
import { addTo } from '../multimap.js';
import { entryFacts, type EntryFacts } from './entry-facts.js';

/** What is looked through for witnesses of one direction. */
export interface Context {
  readonly index: DirectionIndex;
  readonly facts: readonly EntryFacts[];
  /** The entries that allow, by what they reach. */
  readonly reached: Reached;
  /** The ends that could be taken for a name of theirs, by the domain above. */
  readonly ends: ReadonlyMap<string, readonly Suffix[]>;
  /** The entries that allow by address, and those that allow by name. */
  readonly byAddress: readonly number[];
  readonly byName: readonly number[];
}

/** Looks at a flow with an index of its direction. */
export interface Look {
  readonly context: Context;
  readonly flow: Flow;
  /** The row of the flow's source. */
  readonly sourceRow: number;
}

/** The ends of names that look like a host or domain of an entry: one with another label glued to its first. */
function endsOf({ exact, below }: Reached): Map<string, Suffix[]> {
  const ends = new Map<string, Suffix[]>();
  for (const [name, entries] of [...exact, ...below])
    for (const entry of entries) addTo(ends, domainsAbove(name)[0] ?? '', { suffix: name, entry });
  return ends;
}

/** Prepares a direction. */
export function contextOf(index: DirectionIndex): Context {
  const { entries, reaches } = index.columns;
  const allowing = [...reaches.entries()].filter(([number]) => entries[number]?.rule.action === 'allow');
  const reached = reachedBy(new Map(allowing));
  const isByAddress = (by: string): boolean => by === 'prefixes' || by === 'tag';
  return {
    index,
    facts: entries.map(entryFacts),
    reached,
    ends: endsOf(reached),
    byAddress: allowing.flatMap(([number, { by }]) => (isByAddress(by) ? [number] : [])),
    byName: allowing.flatMap(([number, { by }]) => (isByAddress(by) ? [] : [number])),
  };
}

/** The entry of a number, if it allows. */
export function allowingEntry({ index }: Context, number: number): Entry | undefined {
  const entry = index.columns.entries[number];
  return entry?.rule.action === 'allow' ? entry : undefined;
}

/** Whether an entry carries the port of a flow. */
export function isCarried({ context, flow }: Look, number: number): boolean {
  const { services, service } = context.index.columns;
  return carriedAt(services, flow, service[number] ?? 0);
}

/** Whether the rule of an entry can be meant for the source of a flow. */
export function isFromHere({ context, sourceRow }: Look, number: number): boolean {
  const { sourceLists, sources } = context.index.columns;
  return sourceLists.cells[sourceRow * sourceLists.count + (sources[number] ?? 0)] !== excluded;
}
