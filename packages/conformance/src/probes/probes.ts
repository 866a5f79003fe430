import { familyOf, type AddressFamily, type Entry, type PortRange, type Source } from '@azureml-firewall/rule-model';
import { edgesOf } from './address.js';
import { namesOf } from './names.js';
import { coveringPrefixes, neighbour, type World } from './world.js';

/** A connection of which everything is known. */
export interface Probe {
  readonly direction: 'inbound' | 'outbound';
  readonly source: string;
  /** The name that is asked for, or null where none is. */
  readonly host: string | null;
  readonly address: string;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** The path, where a name is asked for over TCP. */
  readonly path: string | null;
}

/** What of all connections can reach a device. */
export interface Reach {
  readonly families?: readonly AddressFamily[] | undefined;
  readonly ignoresSources?: boolean | undefined;
}

interface End {
  readonly host: string | null;
  readonly address: string;
  readonly path: string | null;
}

interface Side<T> {
  readonly inside: readonly T[];
  readonly outside: readonly T[];
}

/** Addresses that no resolver has for a name that it knows: the answer of another day. */
const stale = ['203.0.113.250', '2001:db8:fe::1'];
const nowhere = ['9.9.9.9', '2620:fe::fe'];

function pathsOf({ destination }: Entry): readonly string[] {
  if (destination.kind !== 'url') return ['/'];
  const { path } = destination;
  const folder = path.replace(/\*$/, '');
  return path.endsWith('*') ? [`${folder}x`, `${folder}x/y`, folder.slice(0, -1), '/'] : [path, `${path}x`, '/'];
}

function namedEnds(entry: Entry, { names, tags }: World): Side<End> {
  const { inside, outside } = namesOf(entry.destination);
  const paths = pathsOf(entry);
  const at = (name: string, addresses: readonly string[], path: string): readonly End[] =>
    addresses.map((address) => ({ host: name, address, path }));
  const isCovered = coveringPrefixes(entry.rule, tags).length > 0;
  return {
    inside: inside.flatMap((name) => [
      ...paths.flatMap((path) => at(name, names[name] ?? [], path)),
      ...(isCovered ? [] : at(name, stale, paths[0] ?? '/')),
    ]),
    outside: [
      ...outside.flatMap((name) => at(name, names[name] ?? [], paths[0] ?? '/')),
      ...inside.slice(0, 1).flatMap((name) => at(neighbour, names[name] ?? [], '/')),
      ...inside
        .slice(0, 1)
        .flatMap((name) => (names[name] ?? []).map((address) => ({ host: null, address, path: null }))),
    ],
  };
}

function prefixesOf({ destination }: Entry, { tags }: World): readonly string[] {
  if (destination.kind === 'cidr') return [destination.prefix];
  if (destination.kind !== 'service-tag') return [];
  return destination.resolved?.prefixes ?? tags[destination.tag] ?? [];
}

/** What is asked of a list of prefixes: the ends of the first ones, since a long list is of one making. */
const fewPrefixes = 6;

function addressEnds(entry: Entry, world: World): Side<End> {
  const edges = prefixesOf(entry, world).slice(0, fewPrefixes).map(edgesOf);
  const unnamed = (address: string): End => ({ host: null, address, path: null });
  const named = (address: string): End => ({ host: 'elsewhere.test', address, path: '/' });
  return {
    inside: edges.flatMap(({ inside }) => [...inside.map(unnamed), ...inside.slice(0, 1).map(named)]),
    outside: edges.flatMap(({ outside }) => outside.map(unnamed)),
  };
}

/** Where connections can go, on both sides of what an entry asks. */
export function endsOf(entry: Entry, world: World): Side<End> {
  const [named, addressed] = [namedEnds(entry, world), addressEnds(entry, world)];
  return {
    inside: [...named.inside, ...addressed.inside],
    outside: [
      ...named.outside,
      ...addressed.outside,
      ...nowhere.map((address) => ({ host: null, address, path: null })),
    ],
  };
}

function sourcePrefixes(source: Source, { tags }: World): readonly string[] {
  if (source.kind === 'any') return ['10.20.0.0/16', '172.16.9.0/24', 'fd00:20::/48'];
  if (source.kind === 'cidr') return [source.prefix];
  return (source.resolved?.prefixes ?? tags[source.tag] ?? []).slice(0, fewPrefixes);
}

function sourcesOf({ rule }: Entry, world: World, { ignoresSources = false }: Reach): Side<string> {
  const edges = rule.sources.flatMap((source) => sourcePrefixes(source, world)).map(edgesOf);
  const strangers = ['10.99.0.5', '192.168.77.1', 'fd00:99::5'];
  const inside = edges.flatMap((edge) => edge.inside);
  if (ignoresSources) return { inside, outside: [] };
  return { inside, outside: [...edges.flatMap(({ outside }) => outside), ...strangers] };
}

interface Door {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

function besides({ from, to }: PortRange): readonly number[] {
  return [from, to, from - 1, to + 1].filter((port) => port >= 1 && port <= 65_535);
}

function doorsOf({ service: { protocol, ports } }: Entry): readonly Door[] {
  const numbers = new Set([...ports.slice(0, fewPrefixes).flatMap(besides), 80, 443, 65_535]);
  return [...numbers].flatMap((port) => [
    { protocol, port },
    { protocol: protocol === 'tcp' ? 'udp' : 'tcp', port },
  ]);
}

/** The first item of each family. */
function firstOfEach<T>(items: readonly T[], address: (item: T) => string): readonly T[] {
  return (['ipv4', 'ipv6'] as const).flatMap(
    (family) => items.find((item) => familyOf(address(item)) === family) ?? [],
  );
}

function probe(direction: Probe['direction'], source: string, end: End, door: Door): Probe {
  const isSeen = end.host !== null && door.protocol === 'tcp';
  return { direction, source, ...end, path: isSeen ? (end.path ?? '/') : null, ...door };
}

/** Both ends of a connection are of one family. */
function canBe({ families }: Reach, { source, address }: Probe): boolean {
  const family = familyOf(source);
  return family === familyOf(address) && families?.includes(family) !== false;
}

function once(probes: readonly Probe[]): readonly Probe[] {
  return [...new Map(probes.map((one) => [JSON.stringify(one), one])).values()];
}

/** Connections at the edges of what an entry asks: each of its sides is varied while the others stay inside. */
export function probesOf(entry: Entry, world: World, reach: Reach): readonly Probe[] {
  const { direction } = entry.rule;
  const [ends, sources, doors] = [endsOf(entry, world), sourcesOf(entry, world, reach), doorsOf(entry)];
  const [door = { protocol: 'tcp', port: 443 }] = doors;
  const focus = firstOfEach(ends.inside, ({ address }) => address);
  const from = firstOfEach([...sources.inside, ...sources.outside], (source) => source);
  const other = direction === 'inbound' ? 'outbound' : 'inbound';
  const all = [
    ...[...ends.inside, ...ends.outside].flatMap((end) => from.map((source) => probe(direction, source, end, door))),
    ...doors.flatMap((one) => focus.flatMap((end) => from.map((source) => probe(direction, source, end, one)))),
    ...[...sources.inside, ...sources.outside].flatMap((source) =>
      focus.map((end) => probe(direction, source, end, door)),
    ),
    ...focus.flatMap((end) => from.map((source) => probe(other, source, end, door))),
  ];
  return once(all.filter((one) => canBe(reach, one)));
}

/** At most so many of the probes of a whole policy: each is asked of every entry. */
const mostProbes = 240;

function thinned<T>(items: readonly T[]): readonly T[] {
  const step = Math.ceil(items.length / mostProbes);
  return items.filter((_, i) => i % step === 0);
}

/** Connections for a whole policy: those of its entries, and the ends of each by the doors of all. */
export function probesOfAll(entries: readonly Entry[], world: World, reach: Reach): readonly Probe[] {
  const near = entries.flatMap((entry) => probesOf(entry, world, reach));
  const doors = entries.flatMap((entry) => doorsOf(entry).slice(0, 1));
  const crossed = entries.flatMap((entry) =>
    firstOfEach(endsOf(entry, world).inside, ({ address }) => address).flatMap((end) =>
      firstOfEach(sourcesOf(entry, world, reach).inside, (source) => source).flatMap((source) =>
        doors.map((door) => probe(entry.rule.direction, source, end, door)),
      ),
    ),
  );
  return thinned(once([...near, ...crossed.filter((one) => canBe(reach, one))]));
}
