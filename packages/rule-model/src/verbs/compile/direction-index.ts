import type { Decision } from '../../model/decision.js';
import type { Entry } from '../../model/entry.js';
import type { Flow } from '../../model/flow.js';
import type { Reach } from '../../model/reach.js';
import { decisionOf, denied } from '../evaluate/decide.js';
import { addressIndex, type AddressIndex } from './address-index.js';
import { closerLookAt } from './closer-look.js';
import { allows, columnsOf, denies, type Columns } from './columns.js';
import { hostIndex, type EntryList, type HostIndex } from './host-index.js';
import { scannerOf } from './scanner.js';

/** Judges a flow, as `evaluate` does. */
export type Evaluator = (flow: Flow) => Decision;

/** The entries of one direction, ready for many flows of that direction. */
export interface DirectionIndex {
  readonly columns: Columns;
  readonly hosts: HostIndex;
  readonly addresses: AddressIndex;
  readonly evaluate: Evaluator;
}

const noEntries: EntryList = new Int32Array(0);

/** The entries that deny and reach by name, or by address: what a flow that lacks the one may still meet. */
function denying({ entries, reaches }: Columns, wanted: (reach: Reach) => boolean): EntryList {
  const numbers = entries.flatMap(({ rule }, entry) => {
    const reach = reaches[entry];
    return rule.action === 'deny' && reach && wanted(reach) ? [entry] : [];
  });
  return Int32Array.from(numbers);
}

function isByAddress({ by }: Reach): boolean {
  return by === 'prefixes' || by === 'tag';
}

/** Makes the entries of one direction ready. */
export function indexDirection(entries: readonly Entry[]): DirectionIndex {
  const columns = columnsOf(entries);
  const decisions = [...entries.map(decisionOf), denied];
  const reaches = new Map(columns.reaches.entries());
  const hosts = hostIndex(reaches);
  const addresses = addressIndex(reaches);
  const [denyHosts, denyAddresses] = [denying(columns, (reach) => !isByAddress(reach)), denying(columns, isByAddress)];
  const closerLook = closerLookAt(columns);
  const { scan, suppose, takePossible } = scannerOf(columns);
  const evaluate: Evaluator = (flow) => {
    const { host, address } = flow;
    const named = host === undefined ? denyHosts : host === null ? noEntries : hosts(host);
    const placed = address === undefined ? denyAddresses : address === null ? noEntries : addresses(address);
    const byHost = host === undefined ? suppose(named, flow) : scan(named, flow);
    const byAddress = address === undefined ? suppose(placed, flow) : scan(placed, flow);
    const first = Math.min(byHost, byAddress);
    // Only what would answer otherwise than the first certain entry makes a difference.
    const contrary = columns.action[first] === allows ? denies : allows;
    if ((takePossible() & contrary) !== 0) return closerLook(named, placed, flow);
    return decisions[first] ?? denied;
  };
  return { columns, hosts, addresses, evaluate };
}
