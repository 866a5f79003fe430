import type { Flow } from '../../model/flow.js';
import type { Protocol, Service } from '../../model/service.js';
import { protocols, serviceText } from '../../model/service.js';
import type { PortRange } from '../../net/ports.js';

/** Which services carry which ports: a look-up each for the port and for the service. */
export interface ServiceTable {
  /** The class of each port, by protocol: ports of one class are in the same services. */
  readonly classes: Readonly<Record<Protocol, Uint16Array>>;
  /** The number of each service, by {@link serviceText}. */
  readonly numbers: ReadonlyMap<string, number>;
  /** 1 at `class × count + service` where a service carries a class. */
  readonly carried: Uint8Array;
  readonly count: number;
}

/** The ports at which a range of a protocol begins, or the first one after it. */
function boundaries(services: readonly Service[], protocol: Protocol): readonly number[] {
  const ranges = services.filter((service) => service.protocol === protocol).flatMap(({ ports }) => ports);
  return [...new Set(ranges.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b);
}

/** The ports of a protocol in stretches within which no service begins or ends. */
export function portStretches(services: readonly Service[], protocol: Protocol): readonly PortRange[] {
  const starts = boundaries(services, protocol);
  return starts.slice(1).map((next, i) => ({ from: starts[i] ?? 0, to: next - 1 }));
}

/** Whether a service carries a stretch of ports of a protocol. */
export function carriesStretch(service: Service, protocol: Protocol, { from }: PortRange): boolean {
  return service.protocol === protocol && service.ports.some((range) => range.from <= from && from <= range.to);
}

/** The table of some services. */
export function serviceTable(services: readonly Service[]): ServiceTable {
  const distinct = new Map(services.map((service) => [serviceText(service), service]));
  const list = [...distinct.values()];
  // Class 0 is what no service carries.
  const rows: Uint8Array[] = [new Uint8Array(list.length)];
  const classesOf = (protocol: Protocol): Uint16Array => {
    const classes = new Uint16Array(65536);
    for (const stretch of portStretches(list, protocol)) {
      classes.fill(rows.length, stretch.from, stretch.to + 1);
      rows.push(Uint8Array.from(list, (service) => (carriesStretch(service, protocol, stretch) ? 1 : 0)));
    }
    return classes;
  };
  const [tcp, udp] = protocols.map(classesOf);
  const carried = new Uint8Array(rows.length * list.length);
  rows.forEach((row, at) => {
    carried.set(row, at * list.length);
  });
  const numbers = new Map([...distinct.keys()].map((text, number) => [text, number]));
  const empty = new Uint16Array(0);
  return { classes: { tcp: tcp ?? empty, udp: udp ?? empty }, numbers, carried, count: list.length };
}

/** Where the services of a flow's port begin in {@link ServiceTable.carried}. By comparison: a varying key is slow. */
export function portRow({ classes, count }: ServiceTable, { protocol, port }: Flow): number {
  return ((protocol === 'tcp' ? classes.tcp : classes.udp)[port] ?? 0) * count;
}

/** Whether a service carries the port of a flow. */
export function carriedAt(table: ServiceTable, flow: Flow, service: number): boolean {
  return table.carried[portRow(table, flow) + service] === 1;
}
