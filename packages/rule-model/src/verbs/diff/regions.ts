import type { PortRange } from '../../net/ports.js';
import { protocols, type Service } from '../../model/service.js';
import type { AddressAtom } from '../space/address-atoms.js';
import type { Space } from '../space/space.js';
import { groupBy } from '../group-by.js';
import { prefixesOfClasses } from '../../net/piece-prefixes.js';
import { covering, tagValues } from './cover.js';
import type { Cell, Difference, Point } from './findings.js';
import type { FlowRegion, RegionDestination } from './region.js';
import { regionAddresses } from './region-addresses.js';
import { regionHosts } from './region-hosts.js';
import { regionSources } from './region-sources.js';

/** Ranges in the fewest: what was cut apart by the services of two policies grows together again. */
function joined(ranges: readonly PortRange[]): readonly PortRange[] {
  const result: PortRange[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + 1) result[result.length - 1] = { from: last.from, to };
    else result.push({ from, to });
  }
  return result;
}

function servicesOf({ services }: Space, numbers: readonly number[]): readonly Service[] {
  return protocols.flatMap((protocol) => {
    const ports = numbers.flatMap((number) => {
      const atom = services[number];
      return atom?.protocol === protocol ? atom.ports : [];
    });
    return ports.length > 0 ? [{ protocol, ports: joined(ports) }] : [];
  });
}

/** Sources that go with the same services. */
interface Block {
  readonly sources: readonly number[];
  readonly services: readonly number[];
}

/** Cells as blocks of sources by services. */
function blocksOf(cells: readonly Cell[]): readonly Block[] {
  const bySource = groupBy(cells, ({ source }) => source);
  const rows = [...bySource].map(([source, row]) => ({ source, services: row.map(({ service }) => service) }));
  return [...groupBy(rows, ({ services }) => services.join(' ')).values()].map((block) => ({
    sources: block.map(({ source }) => source),
    services: block[0]?.services ?? [],
  }));
}

function atomsAt({ addresses }: Space, numbers: readonly number[]): readonly AddressAtom[] {
  return numbers.flatMap((number) => addresses.atoms[number] ?? []);
}

/** The addresses that go with a host: items of which one holds them, or the tags that hold them and their prefixes. */
function addressesWith(space: Space, numbers: readonly number[]): Pick<RegionDestination, 'also' | 'only'> {
  const { addresses, destinationItems } = space;
  const atoms = atomsAt(space, numbers);
  const tags = tagValues(destinationItems, atoms[0]?.tags ?? []);
  const known = new Set(atoms.map((atom) => atom.known));
  if (atoms.length === 0 || known.has(0)) return { also: tags };
  if (tags.length > 0) return { also: tags, only: prefixesOfClasses(addresses.classes, known) };
  return { also: covering(addresses, destinationItems, known, new Set(addresses.inhabited)) };
}

function destinationsOf(space: Space, { item }: Difference, points: readonly Point[]): readonly RegionDestination[] {
  const [first] = points;
  if (!first) return [];
  if (first.host < 0) {
    const atoms = atomsAt(
      space,
      points.flatMap(({ addresses }) => addresses),
    );
    return regionAddresses(space.addresses, space.destinationItems, item, atoms);
  }
  const addresses = addressesWith(space, first.addresses);
  return regionHosts(space.hosts, new Set(points.map(({ host }) => host))).map((one) => ({ ...one, ...addresses }));
}

/** Shows a difference as regions: points of the same cells stand together. */
export function regionsOf(space: Space, difference: Difference): readonly FlowRegion[] {
  const cellsKey = (cells: readonly Cell[]): string =>
    cells.map(({ source, service }) => `${source}.${service}`).join();
  const { ruleInA, ruleInB } = difference;
  return [...groupBy(difference.points.values(), ({ cells }) => cellsKey(cells)).values()].flatMap((points) => {
    const destinations = destinationsOf(
      space,
      difference,
      points.map(({ point }) => point),
    );
    return blocksOf(points[0]?.cells ?? []).flatMap((block) => {
      const atoms = block.sources.flatMap((source) => space.sources.atoms[source] ?? []);
      const sources = regionSources(space.sources, space.sourceItems, atoms);
      const services = servicesOf(space, block.services);
      return destinations.flatMap((destination) =>
        sources.flatMap((from) =>
          services.map((service): FlowRegion => ({
            direction: space.direction,
            sources: from,
            destination,
            service,
            ...(ruleInA && { viaRuleInA: ruleInA.id }),
            ...(ruleInB && { viaRuleInB: ruleInB.id }),
          })),
        ),
      );
    });
  });
}
