import { parseDestination } from '../../model/destination.js';
import type { Flow } from '../../model/flow.js';
import { reachOf, type Reach } from '../../model/reach.js';
import { parsePortRange, type PortRange } from '../../net/ports.js';
import { addressIndex } from '../compile/address-index.js';
import { hostIndex } from '../compile/host-index.js';
import { settle } from '../compile/settle.js';
import { excluded } from '../compile/source-table.js';
import type { ExcludedNeed, Witness } from './witness.js';

/** Finds the needs that were left out and cover a flow. */
export type FindExcluded = (flow: Flow) => readonly Witness[];

/** What a need reaches; a service tag, and whatever else is no destination by name or prefix, reaches nothing here. */
function reachOfNeed(text: string): Reach | undefined {
  const parsed = parseDestination(text.replace(/^<[^<>]*>\./, '*.'));
  return parsed.ok ? reachOf(parsed.value) : undefined;
}

interface Ports {
  readonly protocol: string;
  readonly range: PortRange;
}

function portsOf(text: string): readonly Ports[] {
  const [protocol = '', ports = ''] = text.split('/');
  const range = parsePortRange(ports);
  return range.ok ? [{ protocol, range: range.value }] : [];
}

function carries(ports: readonly Ports[], flow: Flow): boolean {
  return ports.some(
    ({ protocol, range }) =>
      (protocol === 'any' || protocol === flow.protocol) && range.from <= flow.port && flow.port <= range.to,
  );
}

/** Prepares the needs that were left out of a policy. */
export function excludedFinder(needs: readonly ExcludedNeed[]): FindExcluded {
  const reaches = new Map(
    needs.map(({ destination }) => reachOfNeed(destination)).flatMap((reach, i) => (reach ? [[i, reach]] : [])),
  );
  const hosts = hostIndex(reaches);
  const addresses = addressIndex(reaches);
  const ports = needs.map((need) => need.ports.flatMap(portsOf));
  return (flow) => {
    const { host, address } = flow;
    const found = [...(host == null ? [] : hosts(host)), ...(address == null ? [] : addresses(address))];
    return found.flatMap((number): readonly Witness[] => {
      const need = needs[number];
      if (!need || settle(reaches.get(number), flow) === excluded) return [];
      const { requirement, destination, because } = need;
      const code = carries(ports[number] ?? [], flow) ? 'explain/excluded' : 'explain/excluded-by-other-ports';
      return [{ code, data: { requirement, destination, ports: need.ports, because } }];
    });
  };
}
