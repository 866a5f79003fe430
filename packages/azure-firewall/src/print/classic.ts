import { portText } from '@azureml-firewall/rule-model';
import { jsonWithSpans, type Artifact, type Context } from '@azureml-firewall/renderer-kit';
import type { ApplicationRule, FirewallPolicyRules, NetworkRule, RuleCollection } from '../model.js';
import { resolvesNames, type AzureFirewallOptions } from '../options.js';
import { armSpelling, ipGroupResources, templateTree } from './arm.js';
import { destinationsTree, protocolsTree, sourcesTree, type Carriers, type Tree } from './resource-tree.js';

/** The collections of all groups, since a classic firewall has no groups: those of one name are parts of one. */
export function withoutGroups({ groups }: FirewallPolicyRules): readonly RuleCollection[] {
  const byName = new Map<string, RuleCollection>();
  for (const collection of groups.flatMap(({ collections }) => collections)) {
    const found = byName.get(collection.name);
    byName.set(collection.name, found ? { ...found, rules: [...found.rules, ...collection.rules] } : collection);
  }
  return [...byName.values()].toSorted((a, b) => a.priority - b.priority);
}

function ruleTree(rule: NetworkRule | ApplicationRule): Tree {
  const head = { name: rule.name, description: armSpelling.text(rule.description) };
  const sources = sourcesTree(rule, armSpelling);
  if (rule.kind === 'application')
    return { ...head, ...sources, protocols: protocolsTree(rule), targetFqdns: rule.targets };
  return {
    ...head,
    protocols: rule.protocols,
    ...sources,
    ...destinationsTree(rule, armSpelling),
    destinationPorts: rule.ports.map(portText),
  };
}

function collectionTree({ name, priority, action, rules }: RuleCollection, carriers: Carriers): Tree {
  const nodes = rules.map((rule) => {
    const node = ruleTree(rule);
    carriers.set(node, rule.entries);
    return node;
  });
  return { name, properties: { priority, action: { type: action }, rules: nodes } };
}

/** The rule collections as properties of a firewall; a kind without rules has no list. */
export function classicTree(model: FirewallPolicyRules, carriers: Carriers = new Map()): Tree {
  const all = withoutGroups(model);
  const of = (kind: 'network' | 'application'): Tree => {
    const alike = all.filter(({ rules }) => rules[0]?.kind === kind);
    if (alike.length === 0) return {};
    return { [`${kind}RuleCollections`]: alike.map((collection) => collectionTree(collection, carriers)) };
  };
  return { ...of('network'), ...of('application') };
}

const parameters: Readonly<Record<string, readonly [type: string, description: string]>> = {
  firewallName: [
    'string',
    'The firewall. Deploying replaces it whole: what is not given here, such as an autoscale configuration, is gone.',
  ],
  ipConfigurations: ['array', 'Its subnet and public addresses, as they are.'],
  managementIpConfiguration: [
    'object',
    'Its management subnet and address, as they are; an empty object if it has none.',
  ],
  threatIntelMode: ['string', 'Its threat intelligence, as it is: Alert, Deny or Off.'],
  additionalProperties: [
    'object',
    'Its other settings, as they are, such as DNS servers and private ranges; an empty object if it has none.',
  ],
  natRuleCollections: ['array', 'Its NAT rules, as they are; an empty list if it has none.'],
  zones: ['array', 'Its availability zones, as they are; an empty list if it has none.'],
  tags: ['object', 'Its tags, as they are; an empty object if it has none.'],
};

/**
 * A template of a whole firewall with classic rules, since its rule collections are no resources of their own. What else
 * the firewall has is asked for without defaults, so that nothing goes unasked.
 */
export function printClassic(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): Artifact {
  const { options } = context;
  const carriers: Carriers = new Map();
  const used = ipGroupResources(model.ipGroups, context);
  const asked = Object.entries(parameters).map(([name, [type, description]]) => [
    name,
    { type, metadata: { description } },
  ]);
  const location = {
    type: 'string',
    defaultValue: '[resourceGroup().location]',
    metadata: { description: 'Azure region of the firewall.' },
  };
  const firewall: Tree = {
    type: 'Microsoft.Network/azureFirewalls',
    apiVersion: options.apiVersion,
    name: "[parameters('firewallName')]",
    location: "[parameters('location')]",
    tags: "[parameters('tags')]",
    zones: "[parameters('zones')]",
    ...(used.length === 0
      ? {}
      : { dependsOn: model.ipGroups.map(({ name }) => `[resourceId('Microsoft.Network/ipGroups', '${name}')]`) }),
    properties: {
      sku: { name: 'AZFW_VNet', tier: options.sku },
      threatIntelMode: "[parameters('threatIntelMode')]",
      additionalProperties: resolvesNames(options)
        ? "[union(parameters('additionalProperties'), createObject('Network.DNS.EnableProxy', 'true'))]"
        : "[parameters('additionalProperties')]",
      ipConfigurations: "[parameters('ipConfigurations')]",
      managementIpConfiguration:
        "[if(empty(parameters('managementIpConfiguration')), null(), parameters('managementIpConfiguration'))]",
      natRuleCollections: "[parameters('natRuleCollections')]",
      ...classicTree(model, carriers),
    },
  };
  const template = templateTree({ ...Object.fromEntries(asked), location } as Tree, [...used, firewall], context);
  return { path: 'classic-firewall.json', ...jsonWithSpans(template, (node) => carriers.get(node)) };
}
