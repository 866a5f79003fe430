import { familyOf, portsContain, type Entry, type Protocol } from '@azureml-firewall/rule-model';
import { ends, offset } from '../address.js';
import type { Kind } from '../probe.js';
import type { Draft } from './draft.js';
import { addressesIn, type Ground } from './ground.js';

/** Changes a connection that an entry asks for, so that it no longer is one; undefined where there is no such change. */
type NearMiss = (base: Draft, entry: Entry, ground: Ground, turn: number) => Draft | readonly Draft[] | undefined;

const strangers = { ipv4: '203.0.113.1', ipv6: '2001:db8:cb00::1' };

const named = (base: Draft, name: string | undefined): Draft | undefined =>
  name === undefined ? undefined : { ...base, to: { name }, asked: name, shown: name };

/** The name that a destination turns on. */
function stemOf({ destination }: Entry): string | undefined {
  if (destination.kind === 'wildcard') return destination.parent;
  if (destination.kind === 'suffix') return destination.suffix;
  return destination.kind === 'fqdn' || destination.kind === 'url' ? destination.host : undefined;
}

function parentOf(host: string): string | undefined {
  const labels = host.split('.');
  return labels.length > 2 ? labels.slice(1).join('.') : undefined;
}

const apex: NearMiss = (base, { destination }) => {
  if (destination.kind === 'wildcard') return named(base, destination.parent);
  return named(base, destination.kind === 'fqdn' ? parentOf(destination.host) : undefined);
};

const subDomain: NearMiss = (base, { destination }) =>
  named(base, destination.kind === 'fqdn' || destination.kind === 'url' ? `lab.${destination.host}` : undefined);

const lookAlike: NearMiss = (base, entry, _, turn) => {
  const stem = stemOf(entry);
  if (stem === undefined) return undefined;
  const below = entry.destination.kind === 'fqdn' || entry.destination.kind === 'url' ? '' : 'lab.';
  const same = turn % 2 === 0 && entry.destination.kind !== 'suffix';
  return named(base, same ? `${below}evil${stem}` : `${below}${stem}.attacker.example`);
};

const outbound = (base: Draft): boolean => base.direction === 'outbound';

const wrongHost: NearMiss = (base, _, __, turn) =>
  outbound(base) ? named(base, `unlisted-${turn}.example`) : undefined;

const wrongPort: NearMiss = (base, { service }, _, turn) => {
  const edges = service.ports.flatMap(({ from, to }) => [from - 1, to + 1]);
  const open = [...edges, 8443, 22].filter(
    (port) => port > 0 && port <= 65_535 && !portsContain(service.ports, { from: port, to: port }),
  );
  const port = open[turn % open.length];
  if (port === undefined) return undefined;
  return { ...base, port };
};

const wrongProtocol: NearMiss = (base) => {
  const protocol: Protocol = base.protocol === 'tcp' ? 'udp' : 'tcp';
  return { ...base, protocol, talk: protocol === 'udp' ? 'udp' : 'tls' };
};

const bareAddress: NearMiss = (base, _, __, turn) => {
  const address = offset(strangers[base.family], turn % 100);
  return address === undefined || !outbound(base) ? undefined : { ...base, to: { address }, asked: null, shown: null };
};

const addressOfListedName: NearMiss = (base) =>
  base.asked === null || !outbound(base) ? undefined : { ...base, asked: null, shown: null };

const outsidePrefix: NearMiss = (base, { destination }, ground, turn) => {
  if (!outbound(base)) return undefined;
  const prefixes =
    destination.kind === 'cidr'
      ? [destination.prefix]
      : destination.kind === 'service-tag'
        ? ground.prefixesOf(destination.tag)
        : [];
  const own = prefixes.filter((prefix) => familyOf(prefix) === base.family);
  const prefix = own[turn % own.length];
  if (prefix === undefined) return undefined;
  const [first, last] = ends(prefix);
  const address = turn % 2 === 0 ? offset(last, 1) : offset(first, -1);
  return address === undefined ? undefined : { ...base, to: { address } };
};

/** Another name than was asked for, or than the address has. */
const foreignName: NearMiss = (base, _, __, turn) =>
  outbound(base) && (base.talk === 'tls' || base.talk === 'http')
    ? { ...base, shown: `unlisted-${turn}.example` }
    : undefined;

const foreignAddress: NearMiss = (base, _, __, turn) =>
  base.asked === null ? undefined : { ...base, to: { name: `unlisted-${turn}.example` } };

const plainHttp: NearMiss = (base) => (base.talk === 'tls' ? { ...base, port: 80, talk: 'http' } : undefined);

const plainBytes: NearMiss = (base) => (base.talk === 'tls' ? { ...base, talk: 'raw' } : undefined);

/** The folder of a path, without the slash at its end. */
const folderOf = (path: string): string => path.replace(/\/[^/]*$/, '');

const pathOutside: NearMiss = (base, { destination }) =>
  destination.kind === 'url'
    ? [`${folderOf(destination.path) || destination.path}-else/lab`, folderOf(destination.path) || '/', '/lab'].map(
        (path) => ({ ...base, path }),
      )
    : undefined;

const dots = ['../../evil', '%2e%2e/%2e%2e/evil', '.%2E/.%2E/evil', '..%2f..%2fevil', '..%5c..%5cevil', './../../evil'];

const pathDots: NearMiss = (base, { destination }) =>
  destination.kind === 'url'
    ? dots.map((tail) => ({ ...base, path: `${folderOf(destination.path)}/lab/${tail}` }))
    : undefined;

const otherSource: NearMiss = (base, { rule }, ground) => {
  const own = new Set(rule.sources.flatMap((source) => addressesIn(source, ground)));
  const others = outbound(base) ? ground.clients : Object.values(strangers);
  const source = others.find((one) => !own.has(one) && familyOf(one) === base.family);
  return source === undefined ? undefined : { ...base, source };
};

const ipv6: NearMiss = (base, _, ground) => {
  const source = ground.clients.find((one) => one.includes(':'));
  return source === undefined || !('name' in base.to) || base.family === 'ipv6'
    ? undefined
    : { ...base, source, family: 'ipv6' };
};

const nameInPrefix: NearMiss = (base, { destination }) => {
  if (!('address' in base.to) || !outbound(base) || destination.kind === 'fqdn') return undefined;
  const name = `at-${base.to.address.replaceAll(/[.:]/g, '-')}-x.example`;
  return { ...base, to: { address: base.to.address, named: name }, asked: name, shown: name };
};

/** All near misses by kind. */
const nearMisses: Readonly<Record<Exclude<Kind, 'listed'>, NearMiss>> = {
  apex,
  'sub-domain': subDomain,
  'look-alike': lookAlike,
  'wrong-host': wrongHost,
  'wrong-port': wrongPort,
  'wrong-protocol': wrongProtocol,
  'bare-address': bareAddress,
  'address-of-listed-name': addressOfListedName,
  'outside-prefix': outsidePrefix,
  'foreign-name': foreignName,
  'foreign-address': foreignAddress,
  'plain-http': plainHttp,
  'plain-bytes': plainBytes,
  'path-outside': pathOutside,
  'path-dots': pathDots,
  'other-source': otherSource,
  ipv6,
  'name-in-prefix': nameInPrefix,
};

/** Near misses of an entry, at most `count`: the kinds take turns from entry to entry. */
export function nearMissesOf(base: Draft, entry: Entry, ground: Ground, turn: number, count: number): readonly Draft[] {
  const possible = Object.entries(nearMisses).flatMap(([kind, change]) => {
    const drafts = [change(base, entry, ground, turn) ?? []].flat();
    return drafts.map((draft) => ({ ...draft, kind: kind as Kind }));
  });
  const start = count === Infinity ? 0 : (turn * count) % Math.max(possible.length, 1);
  return Array.from(
    { length: Math.min(count, possible.length) },
    (_, i) => possible[(start + i) % possible.length],
  ).filter((draft) => draft !== undefined);
}
