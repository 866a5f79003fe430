import * as fc from 'fast-check';
import {
  normalize,
  serviceText,
  type Destination,
  type Policy,
  type Rule,
  type ServiceTag,
  type Source,
} from '@azureml-firewall/rule-model';
import type { LinuxOptions } from '../../src/index.js';
import { by, policy, route, rule, tag, to } from '@azureml-firewall/conformance';

const many = Array.from({ length: 230 }, (_, i) => `198.18.${i >> 2}.${(i & 3) * 64}/26`);
/** All addresses of example.com and below lie in it. */
export const storage = tag('Storage', '192.0.2.0/25', '2001:db8:1::/48');
const tags: readonly ServiceTag[] = [
  storage,
  tag('Storage.EastUS2', '192.0.2.0/28'),
  tag('storage', '192.0.2.128/25'),
  tag('AzureMonitor', ...many),
  tag('SixOnly', '2001:db8:2::/48'),
  tag('Internet', '0.0.0.0/0'),
  tag('A'.repeat(80), '198.51.100.128/25'),
];
const unresolved: readonly ServiceTag[] = [
  { kind: 'service-tag', tag: 'VirtualNetwork' },
  { kind: 'service-tag', tag: 'BatchNodeManagement' },
];
const prefixes = ['192.0.2.0/24', '192.0.2.77/32', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0', '::/0'];
const byAddress = [...[...prefixes, ...many.slice(0, 20)].map(to), ...tags];

const long = `${'l'.repeat(63)}.${'m'.repeat(63)}.${'n'.repeat(63)}.example.com`;
const byName = [
  'example.com',
  'a.example.com',
  'b.a.example.com',
  '*.example.com',
  '*example.com',
  '*.a.example.com',
  'example.com/path/*',
  'example.com/path/file',
  'a.example.com/x',
  `example.com/${'p'.repeat(600)}/*`,
  'example.com/(a);b=c&d/',
  long,
  `*.${long}`,
  'xn--bcher-kva.example',
  '13.66.0.0-16.example',
].map(to);

const services = [
  by('tcp/443'),
  by('tcp/80'),
  by('tcp/80,443'),
  by('tcp/443,8787,18881'),
  by('tcp/8704-8710'),
  by('tcp/*'),
  by('tcp/445', 'smb'),
  by('udp/443'),
  by('udp/5831'),
  by('udp/*'),
  by(`tcp/${Array.from({ length: 250 }, (_, i) => String(10_001 + 2 * i)).join(',')}`),
];

const sources: readonly Source[] = [
  { kind: 'any' },
  { kind: 'cidr', prefix: '10.0.0.0/8' },
  { kind: 'cidr', prefix: '10.20.0.0/16' },
  { kind: 'cidr', prefix: 'fd00::/8' },
  ...unresolved,
  ...tags.slice(0, 5),
];

/** Texts that try to end a command, a quote or a line, to name a variable, or to open help. */
const hostile = fc.oneof(
  fc.constantFrom(
    'Sign-in',
    '" next edit 1',
    'ends with a backslash \\',
    '\\',
    '"',
    '?',
    '[ x ]',
    '# no comment',
    "it's <b>",
    'x'.repeat(500),
    '漢'.repeat(500),
    '日本語 😀 é …',
    '…'.repeat(400),
    '  spaces  around  ',
    '$(reboot) `id` ; | > < $SerialNum',
  ),
  fc
    .string({
      minLength: 1,
      maxLength: 40,
      unit: fc.constantFrom('"', '\\', '?', '(', ']', '#', ' ', "'", '<', '$', '漢'),
    })
    .map((text) => `x${text}`),
);

function some<T>(items: readonly T[], most: number): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: most });
}

function bodyOf(destinations: fc.Arbitrary<readonly Destination[]>, maxServices: number): fc.Arbitrary<Partial<Rule>> {
  return fc
    .record({
      destinations,
      // Two services that read alike would share the id of an entry: no policy may hold both.
      services: fc.uniqueArray(fc.constantFrom(...services), {
        minLength: 1,
        maxLength: maxServices,
        selector: serviceText,
      }),
      action: fc.constantFrom<Rule['action']>('allow', 'allow', 'allow', 'deny'),
      direction: fc.constantFrom<Rule['direction']>('outbound', 'outbound', 'outbound', 'inbound'),
      sources: some(sources, 4),
      purpose: hostile,
      caution: hostile,
      necessity: fc.constantFrom<Rule['necessity']>('required', 'recommended', 'optional'),
      origins: hostile.map((requirement) => [{ requirement, edition: '2026-03-19', section: 's', source: 'p' }]),
      covered: fc.constantFrom<Partial<Rule>>(
        {},
        { coveredBy: ['Storage'] },
        { coveredBy: ['Storage'], covering: [storage] },
        { coveredBy: ['Storage'], covering: [storage] },
        { coveredBy: ['Storage', 'Unknown'], covering: [storage] },
      ),
    })
    .map(({ covered, ...body }) => ({ ...body, ...covered }));
}

const ids = ['a', 'a-tcp', 'a.tcp', 'a.b', '0', 'x'.repeat(31), 'x'.repeat(80), `${'x'.repeat(99)}y`];

function rulesTo(destinations: readonly Destination[]): fc.Arbitrary<readonly Rule[]> {
  const body = bodyOf(fc.oneof(some(destinations, 5), some(destinations, 30)), 3);
  return fc
    .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
    .chain((chosen) => fc.tuple(...chosen.map((id) => body.map((more) => ({ id, more })))))
    .map((drafts) => drafts.map(({ id, more }) => rule(id, [], [], more)));
}

/** Rules of all kinds, with ids of their own. */
export const rules = rulesTo([...byName, ...byAddress, ...unresolved]);

function policiesOf(list: fc.Arbitrary<readonly Rule[]>): fc.Arbitrary<Policy> {
  return fc
    .tuple(list, fc.boolean())
    .map(([some, routed]) => normalize(policy(some, { routes: routed ? [route('batch')] : [] })));
}

/** Random policies in their one spelling. */
export const policies = policiesOf(rules);

/** Those of which every entry goes to addresses. */
export const policiesByAddress = policiesOf(rulesTo(byAddress));

const single = [...byName, ...byName, ...[...prefixes, '198.18.3.0/24'].map(to), ...tags, ...unresolved];

/** Rules of one entry. */
export const singles: fc.Arbitrary<Rule> = bodyOf(
  fc.constantFrom(...single).map((one) => [one]),
  1,
).map((body) => rule('a', [], [], body));

/** Random options that may be together, for both targets. */
export const options: fc.Arbitrary<Partial<LinuxOptions>> = fc.record({
  mode: fc.constantFrom('gateway', 'gateway', 'host'),
  prefix: fc.constantFrom('aml', 'x', 'abcdefg8'),
  subnets: fc.constantFrom([], ['10.0.0.0/8', 'fd00::/8'], ['10.20.0.0/16'], ['0.0.0.0/0', '::/0']),
  names: fc.constantFrom('learnt', 'learnt', 'prefer-covering', 'covering'),
  upstreams: fc.constantFrom(['168.63.129.16'], ['192.0.2.53', '2001:db8::53#5353']),
  otherNames: fc.constantFrom('refuse', 'resolve'),
  dnsUid: fc.constantFrom('dnsmasq', '999'),
  logPrefix: fc.constantFrom('aml-', ''),
  logPerMinute: fc.constantFrom(0, 10),
  maxLearnt: fc.constantFrom(64, 65_535),
  learntSeconds: fc.constantFrom(300, 86_400),
});
