import {
  necessities,
  type Destination,
  type Flow,
  type Policy,
  type PortRange,
  type Rule,
  type Service,
  type Source,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';

/**
 * A world so small that rules and flows meet all the time, and that every way in which two destinations can lie to each
 * other occurs in it: apex, below, look-alike, path, nested prefix, tag with and without addresses.
 */
const names = ['ml.ms', 'a.ml.ms', 'b.a.ml.ms', 'evilml.ms', 'x.evilml.ms', 'zml.ms'];
/** The hosts of which paths are named. */
export const urlHosts = names.slice(0, 3);
const paths = ['/a', '/a/*', '/a/b', '/*'];

export const tagNames = ['Storage', 'Monitor'];

const weeks = ['week 1', 'week 2'];
const prefixSets = [['10.0.0.0/8'], ['10.1.0.0/16', '2001:db8::/32'], ['10.1.0.0/16', '10.1.2.0/24', '9.0.0.0/8']];

const hostDestinations: fc.Arbitrary<Destination> = fc.oneof(
  fc.constantFrom(...names).map((host) => ({ kind: 'fqdn' as const, host })),
  fc.constantFrom(...names).map((parent) => ({ kind: 'wildcard' as const, parent })),
  fc.constantFrom(...names.slice(0, 4)).map((suffix) => ({ kind: 'suffix' as const, suffix })),
  fc.record({
    kind: fc.constant('url' as const),
    host: fc.constantFrom(...urlHosts),
    path: fc.constantFrom(...paths),
  }),
);

const cidrs = fc
  .constantFrom(
    '10.0.0.0/8',
    '10.1.0.0/16',
    '10.1.2.3/32',
    '0.0.0.0/0',
    '2001:db8::/32',
    '2001:db8:0:1::/64',
    '::/0',
    '255.255.255.254/31',
  )
  .map((prefix) => ({ kind: 'cidr' as const, prefix }));

const unresolvedTags = fc.constantFrom(...tagNames).map((tag) => ({ kind: 'service-tag' as const, tag }));

const resolvedTags = fc.record({
  kind: fc.constant('service-tag' as const),
  tag: fc.constantFrom('Batch', 'KeyVault'),
  resolved: fc.record({ document: fc.constantFrom(...weeks), prefixes: fc.constantFrom(...prefixSets) }),
});

const addressDestinations = fc.oneof(cidrs, resolvedTags, unresolvedTags);

const sources: fc.Arbitrary<readonly Source[]> = fc.oneof(
  fc.constant<readonly Source[]>([{ kind: 'any' }]),
  fc.array(addressDestinations, { minLength: 1, maxLength: 2 }),
);

const ranges: readonly PortRange[] = [
  { from: 80, to: 80 },
  { from: 443, to: 443 },
  { from: 400, to: 500 },
  { from: 1, to: 65535 },
];

const services: fc.Arbitrary<Service> = fc.record({
  protocol: fc.constantFrom('tcp', 'tcp', 'udp'),
  ports: fc
    .uniqueArray(fc.constantFrom(...ranges.slice(0, 2)), { minLength: 1 })
    .map((ports) => ports.toSorted((a, b) => a.from - b.from)),
});

const wideServices: fc.Arbitrary<Service> = fc.record({
  protocol: fc.constantFrom('tcp', 'udp'),
  ports: fc.constantFrom(...ranges).map((range) => [range]),
});

function rulesWith(actions: fc.Arbitrary<Rule['action']>): fc.Arbitrary<Omit<Rule, 'id'>> {
  return fc.record({
    purpose: fc.constant('Reads data'),
    action: actions,
    direction: fc.constantFrom('outbound', 'outbound', 'outbound', 'inbound'),
    sources,
    destinations: fc.array(fc.oneof(hostDestinations, addressDestinations), { minLength: 1, maxLength: 3 }),
    services: fc.array(fc.oneof(services, wideServices), { minLength: 1, maxLength: 2 }),
    necessity: fc.constantFrom(...necessities),
    origins: fc.constant([{ requirement: 'r', edition: '2021-09-14', section: 's', source: 'https://example.com' }]),
  });
}

function policiesWith(actions: fc.Arbitrary<Rule['action']>): fc.Arbitrary<Policy> {
  return fc.array(fc.array(rulesWith(actions), { maxLength: 4 }), { maxLength: 2 }).map((lists) => ({
    cloud: 'public',
    region: 'eastus2',
    edition: '2021-09-14',
    collections: lists.map((rules, c) => ({
      id: `c${c}`,
      title: `C ${c}`,
      rules: rules.map((rule, r) => ({ id: `r${c}-${r}`, ...rule })),
    })),
    routes: [],
  }));
}

/** Policies in the small world, as they may be written: duplicates and shadowed rules included. */
export const smallPolicies = policiesWith(fc.constantFrom('allow', 'allow', 'deny'));

/** A host of every class in the small world. */
export const hostsOfWorld = [
  ...names,
  ...names.map((name) => `fresh.${name}`),
  ...names.map((name) => `fresh${name}`),
  'fresh.b.a.ml.ms',
  'other.org',
];
/** A path of every class. */
export const pathsOfWorld = ['/', '/a', '/a/', '/a/b', '/a/c', '/c'];
/** An address of every class. */
export const addressesOfWorld = [
  '10.1.2.3',
  '10.1.2.4',
  '10.1.9.9',
  '10.200.0.1',
  '9.9.9.9',
  '192.0.2.1',
  '255.255.255.255',
  '0.0.0.0',
  '2001:db8::1',
  '2001:db8:0:1::1',
  '2600::1',
  '::',
];
/** A port of every class. */
export const portsOfWorld = [1, 79, 80, 81, 400, 443, 500, 501, 65535];

/** One address of each class: those of the edges are left out. */
export const addressClasses = addressesOfWorld.filter((address) => !['0.0.0.0', '::'].includes(address));
/** One port of each class. */
export const portClasses = [1, 80, 400, 443];

/** Flows of which everything is known. */
export const completeFlows: fc.Arbitrary<Flow> = fc.record({
  direction: fc.constantFrom('outbound', 'outbound', 'inbound'),
  source: fc.constantFrom(...addressesOfWorld),
  host: fc.constantFrom(null, ...hostsOfWorld),
  address: fc.constantFrom(null, ...addressesOfWorld),
  protocol: fc.constantFrom('tcp', 'udp'),
  port: fc.constantFrom(...portsOfWorld),
  path: fc.constantFrom(null, ...pathsOfWorld),
});

const facts = ['source', 'host', 'address', 'path'] as const;

/** The same flow with some facts unknown. */
export function without(flow: Flow, unknown: readonly (typeof facts)[number][]): Flow {
  return Object.fromEntries(
    Object.entries(flow).filter(([key]) => !unknown.some((fact) => fact === key)),
  ) as unknown as Flow;
}

/** A flow, and what is left of it when some facts are not known. */
export const partialFlows: fc.Arbitrary<readonly [complete: Flow, partial: Flow]> = fc
  .tuple(completeFlows, fc.subarray([...facts]))
  .map(([flow, unknown]) => [flow, without(flow, unknown)]);
