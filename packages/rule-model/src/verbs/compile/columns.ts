import type { Entry } from '../../model/entry.js';
import { serviceText } from '../../model/service.js';
import { sourceText, type Source } from '../../model/source.js';
import { reachOf, type Reach } from '../../model/reach.js';
import { serviceTable, type ServiceTable } from './service-table.js';
import { sourceTable, type SourceTable } from './source-table.js';

/** The entries of one direction in the order of match, each property in a column of its own. */
export interface Columns {
  readonly entries: readonly Entry[];
  readonly reaches: readonly Reach[];
  /** The number of each entry's service in the table. */
  readonly service: Uint16Array;
  /** The number of each entry's list of sources in the table. */
  readonly sources: Uint16Array;
  /** {@link allows} or {@link denies}. */
  readonly action: Uint8Array;
  /** 1 where an index doesn't settle whether the destination is reached: see `settle`. */
  readonly unsettled: Uint8Array;
  readonly services: ServiceTable;
  readonly sourceLists: SourceTable;
}

/** The actions as bits: what may have been met can be noted in one number. */
export const allows = 1;
export const denies = 2;

/** The content of a list of sources, resolutions included: two rules with the same sources share a column. */
function listKey(sources: readonly Source[]): string {
  const texts = sources.map((source) => {
    const resolved = source.kind === 'service-tag' ? source.resolved : undefined;
    return [source.kind, sourceText(source), ...(resolved?.prefixes ?? [''])];
  });
  return JSON.stringify(texts);
}

function isUnsettled(reach: Reach): boolean {
  return reach.by === 'ending' || reach.by === 'tag' || (reach.by === 'host' && reach.path !== undefined);
}

/** The columns of some entries. */
export function columnsOf(entries: readonly Entry[]): Columns {
  const services = serviceTable(entries.map(({ service }) => service));
  const keys = new Map(entries.map(({ rule }) => [rule, rule.sources]));
  const keyOf = new Map([...keys].map(([rule, sources]) => [rule, listKey(sources)]));
  const lists = new Map([...keys].map(([rule, sources]) => [keyOf.get(rule), sources]));
  const numberOf = new Map([...lists.keys()].map((key, number) => [key, number]));
  const reaches = entries.map(({ destination }) => reachOf(destination));
  return {
    entries,
    reaches,
    service: Uint16Array.from(entries, ({ service }) => services.numbers.get(serviceText(service)) ?? 0),
    sources: Uint16Array.from(entries, ({ rule }) => numberOf.get(keyOf.get(rule)) ?? 0),
    action: Uint8Array.from(entries, ({ rule }) => (rule.action === 'allow' ? allows : denies)),
    unsettled: Uint8Array.from(reaches, (reach) => (isUnsettled(reach) ? 1 : 0)),
    services,
    sourceLists: sourceTable([...lists.values()]),
  };
}
