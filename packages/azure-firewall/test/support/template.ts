import * as z from 'zod';
import type { Artifact } from '@azureml-firewall/renderer-kit';

const text = z.string().min(1);
const texts = z.array(text).min(1);
const name = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$/);
const priority = z.int().min(100).max(65_000);
const head = { name, description: z.string().max(512) };
const network = { ...head, ruleType: z.literal('NetworkRule'), ipProtocols: z.array(z.enum(['TCP', 'UDP'])).min(1) };
const application = {
  ...head,
  ruleType: z.literal('ApplicationRule'),
  protocols: z
    .array(z.strictObject({ protocolType: z.enum(['Http', 'Https']), port: z.int().min(1).max(64_000) }))
    .min(1),
};
const host = z.string().regex(/^(\*\.?)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);

const ipGroupIds = z.array(z.string().regex(/^\[resourceId\('Microsoft\.Network\/ipGroups', '[^']+'\)\]$/)).min(1);
const bySources = [{ sourceAddresses: texts }, { sourceIpGroups: ipGroupIds }] as const;

const networkRule = z.union(
  bySources.flatMap((from) => [
    z.strictObject({ ...network, ...from, destinationAddresses: texts, destinationPorts: texts }),
    z.strictObject({ ...network, ...from, destinationIpGroups: ipGroupIds, destinationPorts: texts }),
    z.strictObject({
      ...network,
      ...from,
      destinationFqdns: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)).min(1),
      destinationPorts: texts,
    }),
  ]),
);
const applicationRule = z.union(
  bySources.flatMap((from) => [
    z.strictObject({ ...application, ...from, targetFqdns: z.array(host).min(1) }),
    z.strictObject({ ...application, ...from, targetUrls: texts, terminateTLS: z.literal(true).optional() }),
  ]),
);
const collection = {
  ruleCollectionType: z.literal('FirewallPolicyFilterRuleCollection'),
  name,
  priority,
  action: z.strictObject({ type: z.enum(['Allow', 'Deny']) }),
};

const resource = {
  apiVersion: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  dependsOn: texts.optional(),
};
const made = { location: z.literal("[parameters('location')]"), tags: z.literal("[parameters('tags')]") };
const group = z.strictObject({
  ...resource,
  type: z.literal('Microsoft.Network/firewallPolicies/ruleCollectionGroups'),
  name: z.string().regex(/^\[concat\(parameters\('firewallPolicyName'\), '\/[A-Za-z0-9._-]+'\)\]$/),
  properties: z.strictObject({
    priority,
    ruleCollections: z
      .array(
        z.union([
          z.strictObject({ ...collection, rules: z.array(networkRule).min(1) }),
          z.strictObject({ ...collection, rules: z.array(applicationRule).min(1) }),
        ]),
      )
      .min(1),
  }),
});
const ipGroup = z.strictObject({
  ...resource,
  ...made,
  type: z.literal('Microsoft.Network/ipGroups'),
  name,
  properties: z.strictObject({ ipAddresses: texts }),
});
const firewallPolicy = z.strictObject({
  ...resource,
  type: z.literal('Microsoft.Network/firewallPolicies'),
  ...made,
  name: z.literal("[parameters('firewallPolicyName')]"),
  identity: z.unknown().optional(),
  properties: z.looseObject({ sku: z.strictObject({ tier: z.enum(['Basic', 'Standard', 'Premium']) }) }),
});
const metadata = z.strictObject({ description: text });
const parameter = z.strictObject({ type: z.literal('string'), defaultValue: text.optional(), metadata });
const tagsParameter = z.strictObject({ type: z.literal('object'), defaultValue: z.strictObject({}), metadata });

/** The published shape of rule collection groups in a template, property by property; no list is empty. */
const template = z.strictObject({
  $schema: z.literal('https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'),
  contentVersion: z.literal('1.0.0.0'),
  metadata: z.strictObject({ cloud: text, region: text, edition: text }),
  parameters: z
    .strictObject({ firewallPolicyName: parameter.extend({ defaultValue: name }), tags: tagsParameter.optional() })
    .catchall(parameter),
  resources: z.array(z.discriminatedUnion('type', [group, ipGroup, firewallPolicy])).min(1),
});

type Template = z.infer<typeof template>;
type Group = z.infer<typeof group>;
export type TemplateCollection = Group['properties']['ruleCollections'][number];
export type TemplateRule = TemplateCollection['rules'][number];

/** The template with the rules of the firewall among all that is printed. */
export function ruleTemplate(artifacts: readonly Artifact[]): Artifact | undefined {
  return artifacts.find(({ path }) => path === 'rule-collection-group.json');
}

/** The template of a rendering, held against the published shape; nothing when nothing is printed. */
export function templateOf(artifacts: readonly Artifact[]): Template | undefined {
  const printed = ruleTemplate(artifacts);
  return printed && template.parse(JSON.parse(printed.text));
}

function isGroup(one: Template['resources'][number]): one is Group {
  return one.type === 'Microsoft.Network/firewallPolicies/ruleCollectionGroups';
}

/** The collections of all groups, in the order of the template. */
export function collectionsIn(artifacts: readonly Artifact[]): readonly TemplateCollection[] {
  return (templateOf(artifacts)?.resources ?? []).filter(isGroup).flatMap((one) => one.properties.ruleCollections);
}

export function rulesIn(artifacts: readonly Artifact[]): readonly TemplateRule[] {
  return collectionsIn(artifacts).flatMap(({ rules }): readonly TemplateRule[] => rules);
}
