/// <reference types="node" />
import { describe, it } from 'vitest';
import { cidrsContain, portsContain, type Action } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { conformance, policy, rule, type Adapter, type Printed, type Probe } from '@azureml-firewall/conformance';
import { folder, ownCases, textFile } from '@azureml-firewall/conformance/node';
import { azureFirewall, limits, type AzureFirewallOptions, type Code, type FirewallPolicyRules } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { manyPrefixes, manyRules, manyTagRoutes } from './subnet/cases.js';
import { liftSubnet, type BareRule } from './subnet/lift.js';
import { decide } from './support/firewall.js';
import { manyHosts, manyPairs } from './support/large.js';
import { liftArm } from './support/lift-arm.js';
import type { BareModel } from './support/lift-resources.js';
import { ruleTemplate, templateOf } from './support/template.js';
import { trials } from './support/trials.js';

type AzureAdapter = Adapter<FirewallPolicyRules, AzureFirewallOptions, Code>;
type Device = Printed<AzureFirewallOptions>;

const update = process.env['UPDATE_GOLDEN'] !== undefined;

/** The same rules, all of them allowing: what is then allowed is what some rule matches. */
function allowing(model: BareModel): BareModel {
  return {
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      collections: group.collections.map((collection) => ({ ...collection, action: 'Allow' as const })),
    })),
  };
}

/** What the firewall does with a connection. */
function firewallOf({ artifacts, world }: Device): (probe: Probe) => Action | undefined {
  const printed = ruleTemplate(artifacts);
  if (!printed) return () => undefined;
  const model = liftArm(printed.text);
  const all = allowing(model);
  const tags = (tag: string): readonly string[] => world.tags[tag] ?? [];
  return (probe) => {
    const connection = { ...probe, direction: 'outbound' as const };
    return decide(all, tags, connection) === 'allow' ? decide(model, tags, connection) : undefined;
  };
}

function endHolds({ kind, texts }: BareRule['source'], address: string, { world }: Device): boolean {
  if (kind === 'any') return true;
  const prefixes = kind === 'service-tag' ? texts.flatMap((tag) => world.tags[tag] ?? []) : texts;
  return cidrsContain(prefixes, [`${address}/${address.includes(':') ? 128 : 32}`]);
}

/** What the network security group of the subnet does with a connection. */
function securityGroupOf(device: Device): (probe: Probe) => Action | undefined {
  const rules = liftSubnet(device.artifacts).rules.toSorted((one, other) => one.priority - other.priority);
  return ({ direction, protocol, port, source, address }) => {
    const first = rules.find(
      (one) =>
        one.direction === direction &&
        (one.protocol === '*' || one.protocol.toLowerCase() === protocol) &&
        portsContain(one.ports, { from: port, to: port }) &&
        endHolds(one.source, source, device) &&
        endHolds(one.destination, address, device),
    );
    return first && (first.access === 'Allow' ? 'allow' : 'deny');
  };
}

const longName = (count: number) => policy([rule('x'.repeat(count), ['example.com'], ['tcp/443'])]);
const names = (model: FirewallPolicyRules): readonly string[] =>
  model.groups.flatMap(({ collections }) => collections.flatMap(({ rules }) => rules.map(({ name }) => name)));

const adapter: AzureAdapter = {
  expected: folder(new URL('conformance/', import.meta.url), { update }),
  own: ownCases(new URL('golden/', import.meta.url), {
    policy: (value) => policySchema.parse(value),
    options: (value) => optionsSchema.parse(value),
    update,
  }),
  messages: trials,
  page: textFile(new URL('../../../docs/diagnostics/azure-firewall.md', import.meta.url), { update }),
  limits: [
    {
      name: 'characters of the name of a rule',
      limit: limits.nameLength,
      trial: (count) => ({ policy: longName(count) }),
      past: { keeps: ({ model }) => Math.max(...names(model).map((name) => name.length)) },
    },
    {
      name: 'host names in network rules',
      limit: limits.networkRuleFqdns,
      trial: (count) => ({ policy: manyHosts(count) }),
      past: { says: 'azure-firewall/limit-network-fqdns' },
    },
    {
      name: 'pairs of source and destination',
      limit: limits.networkRulePairs,
      trial: (count) => ({ policy: manyPairs(count), options: { ipGroupsAbove: 20_000 } }),
      past: { says: 'azure-firewall/limit-rule-pairs' },
    },
    {
      name: 'routes of a table',
      limit: limits.routes,
      trial: (count) => ({ policy: manyPrefixes(count), options: { routeBy: 'prefix' } }),
      past: { says: 'azure-firewall/limit-routes' },
    },
    {
      name: 'routes by service tag',
      limit: limits.tagRoutes,
      trial: (count) => ({ policy: manyTagRoutes(count) }),
      past: { says: 'azure-firewall/limit-tag-routes' },
    },
    {
      name: 'rules of a security group',
      limit: limits.securityRules,
      trial: (count) => ({ policy: manyRules(count) }),
      past: { says: 'azure-firewall/limit-security-rules' },
    },
  ],
  variants: {
    'Premium, inspected': { sku: 'Premium', tlsInspection: true, verbatimSuffixWildcards: true },
    'Basic, tags': { sku: 'Basic', nonWebWildcards: 'service-tag', policy: 'new' },
    'IP groups, routes by prefix': { ipGroupsAbove: 2, limits: { ipGroupEntries: 2 }, routeBy: 'prefix' },
    'all languages': { languages: ['arm', 'bicep', 'terraform', 'terraform-json', 'az-cli', 'classic'] },
  },
  read: (device) => {
    const [firewall, securityGroup] = [firewallOf(device), securityGroupOf(device)];
    // What comes in does not pass the firewall, nor does what stays within the network.
    return (probe) => (probe.direction === 'outbound' ? firewall(probe) : undefined) ?? securityGroup(probe);
  },
  syntax: [
    {
      name: 'the published shape of templates',
      accepts: (artifacts) =>
        templateOf(artifacts) ? { status: 'pass', reason: '' } : { status: 'skip', reason: 'no rules of the firewall' },
    },
  ],
  // Azure Firewall carries no IPv6.
  families: ['ipv4'],
  // Prerequisites count rules.
  volatile: /^prerequisites\.json: /,
};

describe('conformance', { timeout: 240_000 }, () => {
  for (const { name, skip, run } of conformance(azureFirewall, adapter))
    it.skipIf(skip)(skip === undefined ? name : `${name} (${skip})`, async () => {
      const { status, reason } = await run();
      if (status === 'fail') throw new Error(reason);
    });
});
