import type { Decision, Need } from '../../model/decision.js';
import type { Entry } from '../../model/entry.js';
import type { Flow } from '../../model/flow.js';
import type { Reach } from '../../model/reach.js';
import { decide } from '../evaluate/decide.js';
import { factsOf, type Facts } from '../evaluate/facts.js';
import { matchSources, reaches } from '../evaluate/match-entry.js';
import { both, type Match } from '../evaluate/match.js';
import type { Columns } from './columns.js';
import type { EntryList } from './host-index.js';
import { carriedAt } from './service-table.js';
import { excluded, included } from './source-table.js';

/** The numbers of two lists, which have none in common, in one order. */
function merged(a: EntryList, b: EntryList): readonly number[] {
  const numbers: number[] = [];
  let j = 0;
  for (const number of a) {
    while ((b[j] ?? number) < number) numbers.push(b[j++] ?? 0);
    numbers.push(number);
  }
  while (j < b.length) numbers.push(b[j++] ?? 0);
  return numbers;
}

const noNeeds: readonly Need[] = [];

/** What an entry needs from a document when its destination is a tag without addresses. */
function documentNeeds(reach: Reach): readonly Need[] {
  return reach.by === 'tag' ? [{ fact: 'tag-document', tag: reach.tag }] : noNeeds;
}

/** Judges a flow from lists of the entries that it can meet. */
export type CloserLook = (named: EntryList, placed: EntryList, flow: Flow) => Decision;

/** Finds the answer where some of the entries might match, with what each of them needs. */
export function closerLookAt(columns: Columns): CloserLook {
  const { entries, sources, unsettled, services, sourceLists } = columns;
  const needs = columns.reaches.map(documentNeeds);
  const byAddress = columns.reaches.map(({ by }) => by === 'tag' || by === 'prefixes');

  /** What the index has said already. */
  const settled = (number: number, { host, address }: Flow): Match | undefined => {
    if ((byAddress[number] === true ? address : host) === undefined) return undefined;
    if (unsettled[number] === 0) return true;
    return needs[number] === noNeeds ? undefined : needs[number];
  };

  return (named, placed, flow) => {
    let read: Facts | undefined;
    const facts = (): Facts => (read ??= factsOf(flow));
    const row = sourceLists.rowOf(flow.source) * sourceLists.count;
    const numbers = merged(named, placed).filter((number) => carriedAt(services, flow, columns.service[number] ?? 0));
    const matches = (entry: Entry, place: number): Match => {
      const number = numbers[place] ?? 0;
      const from = sourceLists.cells[row + (sources[number] ?? 0)];
      if (from === excluded) return false;
      const there = settled(number, flow) ?? reaches(entry, facts());
      return from === included || there === false ? there : both(there, matchSources(entry.rule.sources, facts()));
    };
    return decide(
      numbers.flatMap((number) => entries[number] ?? []),
      matches,
    );
  };
}
