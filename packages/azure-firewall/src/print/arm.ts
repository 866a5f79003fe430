import { jsonWithSpans, type Artifact, type Context } from '@azureml-firewall/renderer-kit';
import { limitOf } from '../limits.js';
import type { FirewallPolicyRules, IpGroup, RuleCollectionGroup } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { waitsFor } from './chain.js';
import { parametersOf, policyNameMeans, type Parameter, type ParameterKind } from './parameters.js';
import { groupTree, ipGroupsIn, policyTree, type Carriers, type Spelling, type Tree } from './resource-tree.js';

type Cx = Context<AzureFirewallOptions>;

/**
 * A text that Resource Manager takes as it stands: between brackets it would be an expression, and a second opening
 * bracket says that it is none (page "Syntax and expressions in ARM templates", escape characters).
 */
function literal(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? `[${text}` : text;
}

function idOf(type: string, ...names: readonly string[]): string {
  return `[resourceId('Microsoft.Network/${type}', ${names.join(', ')})]`;
}

/** How a template spells what is not the same in all languages. */
export const armSpelling: Spelling = { text: literal, ipGroup: (name) => idOf('ipGroups', `'${name}'`) };

const policyName = "parameters('firewallPolicyName')";
const policyId = idOf('firewallPolicies', policyName);

function dependsOn(ids: readonly string[]): Tree {
  return ids.length === 0 ? {} : { dependsOn: ids };
}

/** The IP groups of a model as resources of a template. */
export function ipGroupResources(ipGroups: readonly IpGroup[], { options }: Cx): readonly Tree[] {
  return ipGroups.map(({ name, addresses }, place) => {
    const before = waitsFor(ipGroups, place, limitOf('ipGroupUpdates', options.limits));
    return {
      type: 'Microsoft.Network/ipGroups',
      apiVersion: options.apiVersion,
      name,
      location: "[parameters('location')]",
      tags: "[parameters('tags')]",
      ...dependsOn(before ? [idOf('ipGroups', `'${before.name}'`)] : []),
      properties: { ipAddresses: addresses },
    };
  });
}

function policyResources({ policy }: FirewallPolicyRules, { options }: Cx): readonly Tree[] {
  if (!policy.create) return [];
  const identity = { type: 'UserAssigned', userAssignedIdentities: { "[parameters('identityId')]": {} } };
  return [
    {
      type: 'Microsoft.Network/firewallPolicies',
      apiVersion: options.apiVersion,
      name: `[${policyName}]`,
      location: "[parameters('location')]",
      tags: "[parameters('tags')]",
      ...(policy.create.tlsInspection ? { identity } : {}),
      properties: policyTree(policy.create, {
        certificateName: "[parameters('certificateName')]",
        certificateSecretId: "[parameters('certificateSecretId')]",
      }),
    },
  ];
}

/** Groups of one policy are never updated at the same time: each waits for the one before. */
function groupResource(
  group: RuleCollectionGroup,
  before: RuleCollectionGroup | undefined,
  model: FirewallPolicyRules,
  carriers: Carriers,
  { options }: Cx,
): Tree {
  const ids = [
    ...(model.policy.create ? [policyId] : []),
    ...ipGroupsIn(group).map((name) => idOf('ipGroups', `'${name}'`)),
    ...(before ? [idOf('firewallPolicies/ruleCollectionGroups', policyName, `'${before.name}'`)] : []),
  ];
  return {
    type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    apiVersion: options.apiVersion,
    name: `[concat(${policyName}, '/${group.name}')]`,
    ...dependsOn(ids),
    properties: groupTree(group, armSpelling, carriers),
  };
}

const kinds: Readonly<Record<ParameterKind, Tree>> = {
  text: { type: 'string' },
  region: { type: 'string', defaultValue: '[resourceGroup().location]' },
  tags: { type: 'object', defaultValue: {} },
  switch: { type: 'bool', defaultValue: false },
};

/** Parameters as a template declares them. */
export function parameterTrees(list: readonly Parameter[]): Tree {
  return Object.fromEntries(
    list.map(({ name, kind, description }) => [name, { ...kinds[kind], metadata: { description } }]),
  );
}

function parameters(model: FirewallPolicyRules): Tree {
  return {
    firewallPolicyName: {
      type: 'string',
      defaultValue: model.policy.name,
      metadata: { description: policyNameMeans(model) },
    },
    ...parameterTrees(parametersOf(model)),
  };
}

/** A template of some resources, with what is told of all of them. */
export function templateTree(
  parameterTree: Tree,
  resources: readonly Tree[],
  { cloud, region, edition }: Context<unknown>,
): Tree {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: { cloud, region: literal(region), edition: literal(edition) },
    parameters: parameterTree,
    resources,
  };
}

/** The template of a model. */
export function armTemplate(model: FirewallPolicyRules, context: Cx, carriers: Carriers = new Map()): Tree {
  const resources = [
    ...policyResources(model, context),
    ...ipGroupResources(model.ipGroups, context),
    ...model.groups.map((group, i) => groupResource(group, model.groups[i - 1], model, carriers, context)),
  ];
  return templateTree(parameters(model), resources, context);
}

/** A template that deploys as it is. */
export function printArm(model: FirewallPolicyRules, context: Cx): Artifact {
  const carriers: Carriers = new Map();
  const template = armTemplate(model, context, carriers);
  return { path: 'rule-collection-group.json', ...jsonWithSpans(template, (node) => carriers.get(node)) };
}
