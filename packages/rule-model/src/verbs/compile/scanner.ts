import type { Flow } from '../../model/flow.js';
import type { Columns } from './columns.js';
import type { EntryList } from './host-index.js';
import { portRow } from './service-table.js';
import { settle } from './settle.js';
import { excluded, included, possible } from './source-table.js';

/** Looks through the entries that the destination of a flow can meet. */
export interface Scanner {
  /** The first that matches for certain, or the number of entries: a place after all others. */
  readonly scan: (list: EntryList, flow: Flow) => number;
  /** Notes the entries that match if the flow reaches their destinations, which is not known: none does for certain. */
  readonly suppose: (list: EntryList, flow: Flow) => number;
  /** The actions of the entries that might have matched, as bits, since this was last asked. */
  readonly takePossible: () => number;
}

/** A scanner over the entries of one direction. */
export function scannerOf(columns: Columns): Scanner {
  const { service, sources, action, unsettled, reaches, services, sourceLists } = columns;
  const { carried } = services;
  const { cells, rowOf } = sourceLists;
  let seen = 0;
  /** Whether an entry that carries the port matches: by its sources, then by its destination. */
  const answer = (entry: number, row: number, flow: Flow, certain: boolean): number => {
    const from = cells[row + (sources[entry] ?? 0)] ?? excluded;
    if (from === excluded) return excluded;
    const to = !certain ? possible : unsettled[entry] === 0 ? included : settle(reaches[entry], flow);
    return to === included ? from : to;
  };
  const look = (list: EntryList, flow: Flow, certain: boolean): number => {
    if (list.length === 0) return action.length;
    const ports = portRow(services, flow);
    // Class 0 is what no service carries.
    if (ports === 0) return action.length;
    let row = -1;
    // By index: an iterator costs more than the rest of the loop.
    for (let i = 0, end = list.length; i < end; i++) {
      const entry = list[i] ?? 0;
      if (carried[ports + (service[entry] ?? 0)] !== 1) continue;
      if (row < 0) row = rowOf(flow.source) * sourceLists.count;
      const found = answer(entry, row, flow, certain);
      if (found === included) return entry;
      if (found === possible) seen |= action[entry] ?? 0;
    }
    return action.length;
  };
  return {
    scan: (list, flow) => look(list, flow, true),
    suppose: (list, flow) => look(list, flow, false),
    takePossible: () => {
      const taken = seen;
      seen = 0;
      return taken;
    },
  };
}
