import { portText } from '@azureml-firewall/rule-model';
import { jsonWithSpans, type Artifact, type Context, type Json } from '@azureml-firewall/renderer-kit';
import type {
  ApplicationRule,
  FirewallPolicyRules,
  NetworkDestination,
  NetworkRule,
  RuleCollection,
  RuleCollectionGroup,
} from '../model.js';
import type { AzureFirewallOptions } from '../options.js';

type Node = Readonly<Record<string, Json>>;
/** Which objects of the template carry which entries. */
type Carriers = Map<Json, readonly string[]>;

/**
 * A text that Resource Manager takes as it stands: between brackets it would be an expression, and a second opening
 * bracket says that it is none (page "Syntax and expressions in ARM templates", escape characters).
 */
function literal(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

const destinationField: Readonly<Record<NetworkDestination['kind'], string>> = {
  'service-tag': 'destinationAddresses',
  prefix: 'destinationAddresses',
  fqdn: 'destinationFqdns',
};

function networkRule(rule: NetworkRule): Node {
  return {
    ruleType: 'NetworkRule',
    name: rule.name,
    description: literal(rule.description),
    ipProtocols: rule.protocols,
    sourceAddresses: rule.sourceAddresses,
    [destinationField[rule.destinationKind]]: rule.destinations,
    destinationPorts: rule.ports.map(portText),
  };
}

function applicationRule(rule: ApplicationRule): Node {
  const byUrl = rule.targetKind === 'url';
  return {
    ruleType: 'ApplicationRule',
    name: rule.name,
    description: literal(rule.description),
    sourceAddresses: rule.sourceAddresses,
    protocols: rule.protocols.map(({ type, port }) => ({ protocolType: type, port })),
    [byUrl ? 'targetUrls' : 'targetFqdns']: rule.targets,
    ...(byUrl ? { terminateTLS: true } : {}),
  };
}

function collectionJson({ name, priority, action, rules }: RuleCollection, carriers: Carriers): Node {
  return {
    ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
    name,
    priority,
    action: { type: action },
    rules: rules.map((rule) => {
      const node = rule.kind === 'network' ? networkRule(rule) : applicationRule(rule);
      carriers.set(node, rule.entries);
      return node;
    }),
  };
}

/** The properties of a group as the resource provider takes them (firewallPolicy.json, 2022-07). */
export function groupJson({ priority, collections }: RuleCollectionGroup, carriers: Carriers = new Map()): Node {
  return { priority, ruleCollections: collections.map((collection) => collectionJson(collection, carriers)) };
}

/** A template that deploys as it is onto an existing Firewall Policy. No group, no template. */
export function printArm(
  { groups }: FirewallPolicyRules,
  { cloud, region, edition, options }: Context<AzureFirewallOptions>,
): readonly Artifact[] {
  if (groups.length === 0) return [];
  const carriers: Carriers = new Map();
  const template: Node = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: { cloud, region: literal(region), edition: literal(edition) },
    parameters: {
      firewallPolicyName: {
        type: 'string',
        defaultValue: options.policyName,
        metadata: { description: 'The existing Firewall Policy that receives the rule collection group.' },
      },
    },
    resources: groups.map((group) => ({
      type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
      apiVersion: options.apiVersion,
      name: `[concat(parameters('firewallPolicyName'), '/${group.name}')]`,
      properties: groupJson(group, carriers),
    })),
  };
  return [{ path: 'rule-collection-group.json', ...jsonWithSpans(template, (node) => carriers.get(node)) }];
}
