import type { Decision } from '../../model/decision.js';
import { entriesOf, type Entry } from '../../model/entry.js';
import type { Flow } from '../../model/flow.js';
import type { Policy } from '../../model/policy.js';
import type { Reach } from '../../model/reach.js';
import { directions } from '../../model/rule.js';
import { decisionOf, denied } from '../evaluate/decide.js';
import { addressIndex } from './address-index.js';
import { closerLookAt } from './closer-look.js';
import { allows, columnsOf, denies, type Columns } from './columns.js';
import { hostIndex, type EntryList } from './host-index.js';
import { scannerOf } from './scanner.js';

/** Judges a flow, as `evaluate` does. */
export type Evaluator = (flow: Flow) => Decision;

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

/** Judges the flows of one direction. */
function compileDirection(entries: readonly Entry[]): Evaluator {
  const columns = columnsOf(entries);
  const decisions = [...entries.map(decisionOf), denied];
  const reaches = new Map(columns.reaches.entries());
  const hosts = hostIndex(reaches);
  const addresses = addressIndex(reaches);
  const [denyHosts, denyAddresses] = [denying(columns, (reach) => !isByAddress(reach)), denying(columns, isByAddress)];
  const closerLook = closerLookAt(columns);
  const { scan, suppose, takePossible } = scannerOf(columns);
  return (flow) => {
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
}

/**
 * Makes a policy ready for many flows: the same answers as `evaluate`, which looks at every entry each time. Hosts are
 * found by their domains, addresses by search, whatever the number of entries and prefixes.
 *
 * The function that is returned throws a RangeError for an address that is none.
 *
 * @throws RangeError for a prefix that is none.
 */
export function compileEvaluator(policy: Policy): Evaluator {
  const entries = entriesOf(policy);
  const [inbound, outbound] = directions.map((direction) =>
    compileDirection(entries.filter(({ rule }) => rule.direction === direction)),
  );
  return (flow) => (flow.direction === 'inbound' ? inbound : outbound)?.(flow) ?? denied;
}
