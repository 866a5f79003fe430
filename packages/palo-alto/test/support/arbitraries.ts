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
import type { PaloAltoOptions } from '../../src/index.js';
import { by, policy, route, rule, to } from '@azureml-firewall/conformance';

function tag(name: string, ...prefixes: string[]): ServiceTag {
  return { kind: 'service-tag', tag: name, resolved: { document: `week of "${name}"`, prefixes } };
}

const many = Array.from({ length: 230 }, (_, i) => `198.18.${i >> 2}.${(i & 3) * 64}/26`);
const tags: readonly ServiceTag[] = [
  tag('Storage', '192.0.2.0/25', '2001:db8:1::/48'),
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

export const hosts = ['example.com', 'a.example.com', 'b.a.example.com', 'evilexample.com', 'tag-storage.eastus2'];
const long = `${'l'.repeat(63)}.${'m'.repeat(63)}.${'n'.repeat(63)}.example.com`;
const destinations: readonly Destination[] = [
  ...[
    '*.example.com',
    '*example.com',
    '*.a.example.com',
    'example.com/path/*',
    'example.com/path/file',
    `example.com/${'p'.repeat(300)}/*`,
  ],
  ...[...hosts, long, `*.${long}`, 'xn--bcher-kva.example', 'example.com/(a);b=c&d/', 'example.com/%20x'],
  ...['192.0.2.0/24', '192.0.2.77/32', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0', '::/0', ...many.slice(0, 20)],
]
  .map(to)
  .concat(tags, unresolved);

const services = [
  by('tcp/443'),
  by('tcp/80'),
  by('tcp/80,443'),
  by('tcp/443', 'https'),
  by('tcp/80', 'http'),
  by('tcp/443,8787,18881'),
  by('tcp/8704-8710'),
  by('tcp/*'),
  by('tcp/445', 'smb'),
  by('tcp/8443', 'https'),
  by('udp/443'),
  by('udp/5831'),
  by('udp/*'),
];
const manyPorts = by(`tcp/${Array.from({ length: 250 }, (_, i) => String(10_001 + 2 * i)).join(',')}`);

const sources: readonly Source[] = [
  { kind: 'any' },
  { kind: 'cidr', prefix: '10.0.0.0/8' },
  { kind: 'cidr', prefix: '10.20.0.0/16' },
  { kind: 'cidr', prefix: 'fd00::/8' },
  ...unresolved,
  ...tags.slice(0, 5),
];

/** Texts that try to end a command, a quote, a list or an element, or to open help. */
const hostile = fc.oneof(
  fc.constantFrom(
    'Sign-in',
    '" delete rulebase security rules aml',
    'ends with a backslash \\',
    '\\',
    '"',
    '?',
    '[ x ]',
    ']',
    '# no comment',
    "it's </description><entry name='x'>&amp;",
    ']]>',
    'x'.repeat(500),
    '漢'.repeat(500),
    '日本語 😀 é',
    '  spaces  around  ',
    '$(reboot) `id` ; | > <',
  ),
  fc
    .string({
      minLength: 1,
      maxLength: 40,
      unit: fc.constantFrom('"', '\\', '?', '[', ']', '#', ' ', "'", '<', '&', 'a', '漢'),
    })
    .map((text) => `x${text}`),
);

function some<T>(items: readonly T[], most: number): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: most });
}

const bodyOf = fc.record({
  destinations: fc.oneof(some(destinations, 5), some(destinations, 40)),
  // Two services that read alike would share the id of an entry: no policy may hold both.
  services: fc.uniqueArray(fc.constantFrom(...services, manyPorts), {
    minLength: 1,
    maxLength: 3,
    selector: serviceText,
  }),
  more: fc.record({
    action: fc.constantFrom('allow', 'allow', 'allow', 'deny'),
    direction: fc.constantFrom('outbound', 'outbound', 'outbound', 'inbound'),
    sources: some(sources, 4),
    purpose: hostile,
    caution: hostile,
    necessity: fc.constantFrom('required', 'recommended', 'optional'),
    origins: hostile.map((requirement) => [{ requirement, edition: '2026-03-19', section: 's', source: 'p' }]),
    coveredBy: fc.constantFrom(['Storage'], ['Storage', 'Unknown'], []),
    covered: fc.boolean(),
  }),
});

const ids = [
  'a',
  'a-web',
  'a.web',
  'a.b',
  'tag-storage',
  '0',
  'x'.repeat(80),
  `${'x'.repeat(99)}y`,
  `${'x-'.repeat(49)}xy`,
];

/** Rules with ids of their own. */
export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
  .chain((chosen) => fc.tuple(...chosen.map((id) => bodyOf.map((body) => ({ id, ...body })))))
  .map((drafts) =>
    drafts.map(({ id, destinations: list, services: on, more }): Rule => {
      const { coveredBy, covered, ...rest } = more;
      return rule(id, [], [], {
        ...rest,
        destinations: list,
        services: on,
        ...(coveredBy.length > 0 && { coveredBy }),
        ...(coveredBy.length > 0 && covered && { covering: tags.slice(0, 1) }),
      });
    }),
  );

/** Random policies in their one spelling. */
export const policies: fc.Arbitrary<Policy> = fc
  .tuple(rules, hostile, fc.boolean())
  .map(([list, edition, routed]) => normalize(policy(list, { edition, routes: routed ? [route('batch')] : [] })));

const kinds = [...new Set(destinations.map(({ kind }) => kind))];

/** Rules with one destination and one service, each kind of destination as often as the others. */
export const singles: fc.Arbitrary<Rule> = fc
  .record({
    destination: fc
      .constantFrom(...kinds)
      .chain((kind) => fc.constantFrom(...destinations.filter((one) => one.kind === kind))),
    service: fc.constantFrom(...services, manyPorts),
    action: fc.constantFrom('allow', 'deny'),
    direction: fc.constantFrom('outbound', 'outbound', 'inbound'),
    from: some(sources, 2),
    covered: fc.constantFrom<Partial<Rule>>(
      {},
      { coveredBy: ['Storage'] },
      { coveredBy: ['Storage'], covering: tags.slice(0, 1) },
      { coveredBy: ['Storage', 'Unknown'], covering: tags.slice(0, 1) },
    ),
  })
  .map(({ destination, service, action, direction, from, covered }) =>
    rule('one', [], [], {
      destinations: [destination],
      services: [service],
      sources: from,
      action,
      direction,
      ...covered,
    }),
  );

const place = fc.constantFrom<Partial<PaloAltoOptions>>(
  {},
  { mode: 'vsys', vsys: 'vsys 2' },
  { mode: 'shared', rulebase: 'post' },
  { mode: 'panorama', deviceGroup: 'Azure spokes', position: 'bottom' },
);

/** Random options that may be together. */
export const options: fc.Arbitrary<Partial<PaloAltoOptions>> = fc
  .tuple(
    place,
    fc.record({
      decryption: fc.boolean(),
      serviceTags: fc.constantFrom('groups', 'lists'),
      otherTcpWildcards: fc.constantFrom('category', 'addresses'),
      applications: fc.constantFrom('any', 'strict'),
      ipv6: fc.boolean(),
      groupMembers: fc.constantFrom(100, 500),
      insideZones: fc.constantFrom(['trust'], ['spoke 1', 'on-prem']),
      logSetting: fc.constantFrom('', 'default'),
      profileGroup: fc.constantFrom('', 'Out bound'),
    }),
  )
  .map(([where, drawn]) => ({ ...where, ...drawn, listBaseUrl: 'https://lists.example.com/aml' }));
