import {
  clouds,
  necessities,
  parseHostname,
  type Cidr,
  type Destination,
  type Origin,
  type Policy,
  type PortRange,
  type Rule,
  type Service,
  type ServiceTag,
  type Source,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';

/** Canonical host names, drawn without help from the parser under test except for its lower case. */
export const hostnames = fc.domain().map((name) => name.toLowerCase());

export const urlPaths = fc
  .tuple(fc.array(fc.stringMatching(/^[A-Za-z0-9_~&()+,;=:@-]{1,12}$/), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([segments, below]) => `/${segments.join('/')}${below ? '/*' : ''}`);

/** Prefixes of both families with a free choice of length; the address has no bits after it. */
export const prefixes = fc.oneof(
  fc.tuple(fc.nat(0xffffffff), fc.nat(32)).map(([bits, length]) => {
    const network = BigInt(bits) & ~((1n << BigInt(32 - length)) - 1n);
    const octets = [24n, 16n, 8n, 0n].map((shift) => (network >> shift) & 255n);
    return `${octets.join('.')}/${length}`;
  }),
  fc.tuple(fc.bigInt(0n, (1n << 128n) - 1n), fc.nat(128)).map(([bits, length]) => {
    const network = bits & ~((1n << BigInt(128 - length)) - 1n);
    return `${ipv6(network)}/${length}`;
  }),
);

declare const URL: new (url: string) => { readonly hostname: string };

/** The platform's own spelling of an IPv6 address: a second opinion on RFC 5952. */
export function ipv6(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1);
}

/** The platform's reading of an IPv6 address, or undefined. */
export function ipv6OfPlatform(text: string): string | undefined {
  try {
    return new URL(`http://[${text}]/`).hostname.slice(1, -1);
  } catch {
    return undefined;
  }
}

export const tags = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}(\.[A-Za-z0-9]{1,12})?$/);

const suffixable = hostnames.filter((name) => parseHostname(name).ok && !name.startsWith('xn--'));

/** What a text can say. */
export const written: fc.Arbitrary<Exclude<Destination, ServiceTag>> = fc.oneof(
  fc.record({ kind: fc.constant('fqdn' as const), host: hostnames }),
  fc.record({ kind: fc.constant('wildcard' as const), parent: hostnames }),
  fc.record({ kind: fc.constant('suffix' as const), suffix: suffixable }),
  fc.record({ kind: fc.constant('url' as const), host: hostnames, path: urlPaths }),
  fc.record({ kind: fc.constant('cidr' as const), prefix: prefixes }),
);

export const portRanges: fc.Arbitrary<PortRange> = fc
  .tuple(fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 1, max: 65535 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** Ranges within 1 to 40, so that they meet, touch and contain each other. */
export const crowdedRanges: fc.Arbitrary<readonly PortRange[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(8)).map(([from, more]) => ({ from, to: Math.min(40, from + more) })),
  { maxLength: 12 },
);

// Small pools for what stands in rules, so that duplicates and twins are frequent.
const cidrPool: readonly Cidr[] = ['10.0.0.0/8', '192.0.2.0/24'].map((prefix) => ({ kind: 'cidr', prefix }));
const tagPool: readonly ServiceTag[] = [
  { kind: 'service-tag', tag: 'Storage.EastUS2' },
  { kind: 'service-tag', tag: 'AzureMonitor', resolved: { document: 'week 1', prefixes: ['10.0.0.0/8', '9.0.0.0/8'] } },
];
const sourcePool: readonly Source[] = [{ kind: 'any' }, ...cidrPool];
const destinationPool: readonly Destination[] = [
  { kind: 'fqdn', host: 'azureml.ms' },
  { kind: 'wildcard', parent: 'azureml.ms' },
  { kind: 'suffix', suffix: 'azureml.ms' },
  ...cidrPool,
  ...tagPool,
];

const services: fc.Arbitrary<Service> = fc.record({
  protocol: fc.constantFrom('tcp', 'udp'),
  ports: crowdedRanges.filter((ranges) => ranges.length > 0),
});

const origins: fc.Arbitrary<Origin> = fc.record({
  requirement: fc.constantFrom('storage', 'monitor'),
  edition: fc.constantFrom('2021-09-14', '2022-09-06'),
  section: fc.constantFrom('hosts', 'tags', 'hosts#3'),
  source: fc.constant('https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall'),
});

function some<T>(pool: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 4 });
}

const rules: fc.Arbitrary<Omit<Rule, 'id'>> = fc.record(
  {
    purpose: fc.constantFrom('Reads data', 'データを読む'),
    action: fc.constantFrom('allow', 'deny'),
    direction: fc.constantFrom('inbound', 'outbound'),
    sources: some(sourcePool),
    destinations: some(destinationPool),
    services: fc.oneof(
      fc.constant<readonly Service[]>([{ protocol: 'tcp', ports: [{ from: 443, to: 443 }], application: 'https' }]),
      fc.array(services, { minLength: 1, maxLength: 4 }),
    ),
    coveredBy: some(['Storage', 'AzureMonitor', 'AzureActiveDirectory']),
    necessity: fc.constantFrom(...necessities),
    origins: fc.array(origins, { minLength: 1, maxLength: 4 }),
  },
  {
    requiredKeys: ['purpose', 'action', 'direction', 'sources', 'destinations', 'services', 'necessity', 'origins'],
  },
);

/** Policies whose values are valid, while their lists hold duplicates in any order. */
export const policies: fc.Arbitrary<Policy> = fc.record({
  cloud: fc.constantFrom(...clouds),
  region: fc.constantFrom('eastus2', 'usgovvirginia'),
  edition: fc.constant('2021-09-14'),
  collections: fc.array(fc.array(rules, { maxLength: 5 }), { maxLength: 3 }).map((lists) =>
    lists.map((list, c) => ({
      id: `collection-${c}`,
      title: `Collection ${c}`,
      rules: list.map((rule, r) => ({ id: `rule-${c}-${r}`, ...rule })),
    })),
  ),
  routes: fc.constant([]),
});
