import * as fc from 'fast-check';
import { normalize, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { by, policy, route, rule } from '@azureml-firewall/conformance';
import type { AzureFirewallOptions } from '../../src/index.js';

/** The addresses of each tag: a policy that can be asked about connections has them filled in. */
export const addresses: Readonly<Record<string, readonly string[]>> = {
  AzureMachineLearning: ['198.19.0.0/24', '2001:db8:1::/48'],
  'AzureFrontDoor.FirstParty': ['198.19.1.0/24', '2001:db8:2::/48'],
  BatchNodeManagement: ['198.18.0.0/16'],
  Storage: ['198.17.0.0/16'],
  VirtualNetwork: ['10.0.0.0/8'],
};

function tag(name: string): {
  readonly kind: 'service-tag';
  readonly tag: string;
  readonly resolved: { readonly document: string; readonly prefixes: readonly string[] };
} {
  return { kind: 'service-tag', tag: name, resolved: { document: 'd', prefixes: addresses[name] ?? [] } };
}

const ends = [
  { kind: 'cidr', prefix: '10.20.0.0/16' },
  { kind: 'cidr', prefix: '10.20.1.0/24' },
  { kind: 'cidr', prefix: '192.0.2.0/24' },
  { kind: 'cidr', prefix: 'fd00::/8' },
  tag('AzureMachineLearning'),
  tag('AzureFrontDoor.FirstParty'),
  tag('BatchNodeManagement'),
  tag('VirtualNetwork'),
] as const;
const sources = [{ kind: 'any' }, ...ends] as const;
const services = [by('tcp/44224'), by('tcp/29876-29877'), by('tcp/80,443'), by('tcp/*'), by('udp/5831'), by('udp/*')];

const body = fc.record({
  sources: fc.uniqueArray(fc.constantFrom(...sources), { minLength: 1, maxLength: 3 }),
  destinations: fc.uniqueArray(fc.constantFrom(...ends), { minLength: 1, maxLength: 3 }),
  services: fc.uniqueArray(fc.constantFrom(...services), { minLength: 1, maxLength: 3 }),
  action: fc.constantFrom('allow', 'allow', 'allow', 'deny'),
  purpose: fc.constantFrom('Sign-in', "[concat('x')]", 'it\'s ${this} %{that} $(id) `now` \\ "q"'),
});

const ids = ['a', 'a-b', 'a.b', '0', 'batch-inbound', 'x'.repeat(80), 'x'.repeat(81), `${'x'.repeat(99)}y`];

/** Inbound rules with ids of their own. */
export const inboundRules: fc.Arbitrary<readonly Rule[]> = fc
  .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
  .chain((chosen) => fc.tuple(...chosen.map((id) => body.map((drawn) => ({ id, drawn })))))
  .map((drafts) => drafts.map(({ id, drawn }) => rule(id, [], [], { ...drawn, direction: 'inbound' })));

const outboundRule = fc
  .tuple(body, fc.constantFrom('example.com', '*.example.com', 'tag:Storage', '192.0.2.0/24', '2001:db8::/32'))
  .map(([drawn, to]) =>
    rule('out', [to], [], { services: drawn.services, action: drawn.action, purpose: drawn.purpose }),
  );

const routes = [
  route('batch', { resolved: { document: 'd', prefixes: ['198.18.0.0/17', '2001:db8::/32', '192.0.2.0/28'] } }),
  route('x'.repeat(100), { tag: 'AzureMachineLearning' }),
  route('third', { tag: 'AzureFrontDoor.FirstParty', resolved: { document: 'd', prefixes: ['192.0.2.0/28'] } }),
];

/** Policies of inbound rules, and now and then an outbound one and routes. */
export const subnetPolicies: fc.Arbitrary<Policy> = fc
  .tuple(
    inboundRules,
    fc.option(outboundRule, { nil: undefined }),
    fc.subarray(routes),
    fc.constantFrom('public', 'usgov', 'china'),
  )
  .map(([list, more, some, cloud]) => normalize(policy(more ? [...list, more] : list, { cloud, routes: some })));

export const subnetOptions: fc.Arbitrary<Partial<AzureFirewallOptions>> = fc.record({
  securityGroupOutbound: fc.constantFrom('none', 'allow', 'allow-list'),
  routeBy: fc.constantFrom('service-tag', 'prefix'),
  firewallPrivateIp: fc.constantFrom('', '10.0.1.4'),
});
