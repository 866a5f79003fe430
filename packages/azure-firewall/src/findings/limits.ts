import type { Context, Finding } from '@azureml-firewall/renderer-kit';
import { limitFacts, limitOf, type LimitName } from '../limits.js';
import type { Code } from '../messages.js';
import type { FirewallPolicyRules, NetworkRule } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { armTemplate } from '../print/arm.js';
import { classicTree } from '../print/classic.js';
import { groupBytes, jsonBytes } from '../split/sizes.js';

type Cx = Context<AzureFirewallOptions>;
type Passed = (code: Code, count: number, name: LimitName) => readonly Finding<Code>[];

function networkRulesOf({ groups }: FirewallPolicyRules): readonly NetworkRule[] {
  return groups
    .flatMap(({ collections }) => collections.flatMap(({ rules }) => rules))
    .filter((rule): rule is NetworkRule => rule.kind === 'network');
}

/**
 * Unique sources times unique destinations, by each protocol and port: the larger of two counts that Microsoft tells of.
 * An IP group counts as one, however many addresses it has, and so does a range of ports.
 */
function pairsOf(rule: NetworkRule): number {
  const sources = new Set(rule.sourceIpGroups ?? rule.sourceAddresses).size;
  return sources * new Set(rule.destinations).size * rule.protocols.length * rule.ports.length;
}

function ofFirewall(model: FirewallPolicyRules, passed: Passed): readonly Finding<Code>[] {
  const network = networkRulesOf(model);
  const pairs = network.reduce((sum, rule) => sum + pairsOf(rule), 0);
  const names = network.flatMap((rule) => (rule.destinationKind === 'fqdn' ? rule.destinations : []));
  const collections = model.groups.flatMap((group) => group.collections);
  const alike = (kind: string): number => collections.filter(({ rules }) => rules[0]?.kind === kind).length;
  return [
    ...passed('azure-firewall/limit-rule-pairs', pairs, 'networkRulePairs'),
    ...passed('azure-firewall/limit-network-fqdns', new Set(names).size, 'networkRuleFqdns'),
    ...passed('azure-firewall/limit-groups', model.groups.length, 'groups'),
    ...passed('azure-firewall/limit-collections', Math.max(alike('network'), alike('application')), 'collections'),
    ...passed('azure-firewall/limit-ip-groups', model.ipGroups.length, 'ipGroups'),
    ...model.groups.flatMap((group) => passed('azure-firewall/limit-group-size', groupBytes(group), 'groupBytes')),
  ];
}

/** What a template can't carry although the firewall could. */
function ofTemplates(model: FirewallPolicyRules, context: Cx, passed: Passed): readonly Finding<Code>[] {
  const { languages } = context.options;
  const byGroup = languages.includes('arm') || languages.includes('bicep');
  const resources = [
    ...(byGroup ? model.groups.map(groupBytes) : []),
    ...(languages.includes('classic') ? [jsonBytes(classicTree(model))] : []),
  ];
  return [
    ...passed('azure-firewall/limit-template-resource', Math.max(0, ...resources), 'templateResourceBytes'),
    ...(byGroup
      ? passed('azure-firewall/limit-template-size', jsonBytes(armTemplate(model, context)), 'templateBytes')
      : []),
  ];
}

function split({ groups }: FirewallPolicyRules): readonly Finding<Code>[] {
  if (groups.length < 2) return [];
  return [{ code: 'azure-firewall/split-into-groups', data: { groups: groups.map(({ name }) => name) } }];
}

/** What is said when a documented limit is passed. Sizes are those of JSON without white space. */
export function limitFindings(model: FirewallPolicyRules, context: Cx): readonly Finding<Code>[] {
  const { limits } = context.options;
  const passed: Passed = (code, count, name) =>
    count > limitOf(name, limits) ? [{ code, data: { count, ...limitFacts(name, limits) } }] : [];
  return [...ofFirewall(model, passed), ...ofTemplates(model, context, passed), ...split(model)];
}
