import * as z from 'zod';
import { classicFrom, groupFrom, ipGroupFrom, newPolicyFrom, type BareModel, type Reading } from './lift-resources.js';

const resource = z.strictObject({
  type: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  location: z.literal("[parameters('location')]").optional(),
  tags: z.literal("[parameters('tags')]").optional(),
  zones: z.literal("[parameters('zones')]").optional(),
  identity: z.unknown().optional(),
  dependsOn: z.array(z.string()).min(1).optional(),
  properties: z.record(z.string(), z.unknown()),
});
const template = z.object({
  parameters: z.record(z.string(), z.object({ type: z.string(), defaultValue: z.unknown().optional() })),
  resources: z.array(resource).min(1),
});

export type ArmResource = z.infer<typeof resource>;

/** The resources of a template in their order. */
export function armResources(text: string): readonly ArmResource[] {
  return template.parse(JSON.parse(text)).resources;
}

function inQuotes(pattern: RegExp): (id: unknown) => string {
  return (id) => {
    const found = typeof id === 'string' ? pattern.exec(id)?.[1] : undefined;
    if (found === undefined) throw new Error(`not as expected: ${String(id)}`);
    return found;
  };
}

/** A text as Resource Manager takes it: what is left between brackets is an expression. */
function plain(text: string): string {
  if (!text.startsWith('[') || !text.endsWith(']')) return text;
  if (!text.startsWith('[[')) throw new Error(`an expression: ${text}`);
  return text.slice(1);
}

const reading: Reading = {
  text: plain,
  ipGroup: inQuotes(/^\[resourceId\('Microsoft\.Network\/ipGroups', '([^']+)'\)\]$/),
};
const groupName = inQuotes(/^\[concat\(parameters\('firewallPolicyName'\), '\/([^']+)'\)\]$/);

function ipGroupsOf(resources: readonly ArmResource[]): BareModel['ipGroups'] {
  return resources
    .filter(({ type }) => type === 'Microsoft.Network/ipGroups')
    .map(({ name, properties }) => ipGroupFrom(name, properties));
}

/** The model that a template says. */
export function liftArm(text: string): BareModel {
  const { parameters, resources } = template.parse(JSON.parse(text));
  const made = resources.find(({ type }) => type === 'Microsoft.Network/firewallPolicies');
  const name = z.string().parse(parameters['firewallPolicyName']?.defaultValue);
  return {
    policy: made ? { name, create: newPolicyFrom(made.properties) } : { name },
    ipGroups: ipGroupsOf(resources),
    groups: resources
      .filter(({ type }) => type === 'Microsoft.Network/firewallPolicies/ruleCollectionGroups')
      .map((one) => groupFrom(groupName(one.name), one.properties, reading)),
  };
}

/** The collections and IP groups that a template of a classic firewall says. */
export function liftClassic(text: string): {
  readonly ipGroups: BareModel['ipGroups'];
  readonly collections: BareModel['groups'][number]['collections'];
} {
  const resources = armResources(text);
  const firewall = resources.find(({ type }) => type === 'Microsoft.Network/azureFirewalls');
  return { ipGroups: ipGroupsOf(resources), collections: classicFrom(firewall?.properties, reading) };
}
