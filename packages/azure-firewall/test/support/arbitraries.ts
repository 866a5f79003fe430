import * as fc from 'fast-check';
import { normalize, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { by, policy, route, rule } from '@azureml-firewall/conformance';
import type { AzureFirewallOptions } from '../../src/index.js';

const destinations = [
  'example.com',
  'login.example.com',
  '*.example.com',
  '*example.com',
  '*.a.example.com',
  'example.com/path/*',
  'other.example/file',
  'tag:Storage',
  'tag:Storage.EastUS2',
  'tag:AzureFrontDoor.FirstParty',
  'tag:BatchNodeManagement.EastUS2',
  'tag:VirtualNetwork',
  'tag:network',
  'tag:Network',
  '192.0.2.0/24',
  '198.51.100.0/25',
  '2001:db8::/32',
];
const services = [
  by('tcp/443'),
  by('tcp/80,443'),
  by('tcp/443,8787,18881'),
  by('tcp/8704-8710'),
  by('tcp/*'),
  by('tcp/445', 'smb'),
  by('tcp/8443', 'https'),
  by('tcp/64000-64010'),
  by('udp/443'),
  by('udp/5831'),
  by('udp/*'),
];
const sources = [
  { kind: 'any' },
  { kind: 'cidr', prefix: '10.0.0.0/8' },
  { kind: 'cidr', prefix: '10.20.0.0/16' },
  { kind: 'cidr', prefix: 'fd00::/8' },
  { kind: 'service-tag', tag: 'AzureMachineLearning' },
  { kind: 'service-tag', tag: 'Batch', resolved: { document: 'd', prefixes: ['192.0.2.0/28', '2001:db8::/48'] } },
] as const;
const purposes = [
  'Sign-in',
  "[concat('x', parameters('y'))]",
  '[[twice]',
  '"}],"rules":[{"name":"x"}]',
  "it's 'quoted' \\ and ${this}",
  '日本語 👩‍🔬'.replaceAll('\u200d', ''),
  '[',
  ']',
];

function some<T>(items: readonly T[], most: number): fc.Arbitrary<readonly T[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: most });
}

/** A rule with an id that is given later. */
const bodyOf = fc.record({
  destinations: some(destinations, 5),
  services: some(services, 3),
  more: fc.record({
    action: fc.constantFrom('allow', 'allow', 'allow', 'deny'),
    direction: fc.constantFrom('outbound', 'outbound', 'outbound', 'inbound'),
    sources: some(sources, 3),
    purpose: fc.constantFrom(...purposes),
    necessity: fc.constantFrom('required', 'recommended', 'optional'),
    coveredBy: fc.constantFrom(['AzureMachineLearning'], ['AzureFrontDoor.FirstParty', 'Storage'], []),
  }),
});

const ids = [
  'a',
  'a-network',
  'a.b',
  'entra-id-hosts',
  '0',
  'x'.repeat(80),
  'x'.repeat(81),
  `${'x'.repeat(99)}y`,
  `${'x-'.repeat(49)}xy`,
];

/** Rules with ids of their own. */
export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
  .chain((chosen) => fc.tuple(...chosen.map((id) => bodyOf.map((body) => ({ id, ...body })))))
  .map((drafts) =>
    drafts.map(({ id, destinations: to, services: on, more }): Rule => {
      const { coveredBy, ...rest } = more;
      return rule(id, to, [], { ...rest, services: on, ...(coveredBy.length > 0 && { coveredBy }) });
    }),
  );

/** Random policies in their one spelling. */
export const policies: fc.Arbitrary<Policy> = fc
  .tuple(rules, fc.constantFrom('public', 'usgov', 'china'), fc.boolean())
  .map(([list, cloud, routed]) => normalize(policy(list, { cloud, routes: routed ? [route('batch')] : [] })));

/** Random options that may be together. */
export const options: fc.Arbitrary<Partial<AzureFirewallOptions>> = fc
  .record({
    sku: fc.constantFrom('Basic', 'Standard', 'Premium'),
    tlsInspection: fc.boolean(),
    dnsProxy: fc.boolean(),
    nonWebWildcards: fc.constantFrom('https-port', 'service-tag'),
    verbatimSuffixWildcards: fc.boolean(),
  })
  .map((drawn) => ({ ...drawn, tlsInspection: drawn.tlsInspection && drawn.sku === 'Premium' }));
