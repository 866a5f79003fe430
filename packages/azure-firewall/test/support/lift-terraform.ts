import { parse } from '@cdktf/hcl2json';
import * as z from 'zod';
import { applicationRule, networkRule, type BareModel, type Reading } from './lift-resources.js';

const texts = z.array(z.string().min(1)).min(1);
const head = {
  name: z.string().min(1),
  description: z.string().min(1),
  source_addresses: texts.optional(),
  source_ip_groups: texts.optional(),
};
const networkBlock = z.strictObject({
  ...head,
  protocols: z.array(z.enum(['TCP', 'UDP'])).min(1),
  destination_addresses: texts.optional(),
  destination_fqdns: texts.optional(),
  destination_ip_groups: texts.optional(),
  destination_ports: texts,
});
const applicationBlock = z.strictObject({
  ...head,
  protocols: z.array(z.strictObject({ type: z.enum(['Http', 'Https']), port: z.int() })).min(1),
  destination_fqdns: texts.optional(),
  destination_urls: texts.optional(),
  terminate_tls: z.literal(true).optional(),
});
const collection = <R extends z.ZodType>(rule: R) =>
  z.strictObject({
    name: z.string().min(1),
    priority: z.int(),
    action: z.enum(['Allow', 'Deny']),
    rule: z.array(rule).min(1),
  });
const groupBlock = z.strictObject({
  name: z.string(),
  firewall_policy_id: z.enum(['${data.azurerm_firewall_policy.policy.id}', '${azurerm_firewall_policy.policy.id}']),
  priority: z.int(),
  network_rule_collection: z.array(collection(networkBlock)).min(1).optional(),
  application_rule_collection: z.array(collection(applicationBlock)).min(1).optional(),
});
const ipGroupBlock = z.strictObject({
  name: z.string(),
  resource_group_name: z.literal('${var.resource_group_name}'),
  location: z.literal('${var.location}'),
  tags: z.literal('${var.tags}'),
  cidrs: texts,
  depends_on: texts.optional(),
});
const policyBlock = z.strictObject({
  name: z.literal('${var.firewall_policy_name}'),
  resource_group_name: z.literal('${var.resource_group_name}'),
  location: z.literal('${var.location}'),
  tags: z.literal('${var.tags}'),
  sku: z.enum(['Basic', 'Standard', 'Premium']),
  dns: z
    .array(z.strictObject({ proxy_enabled: z.literal(true) }))
    .length(1)
    .optional(),
  identity: z.array(z.unknown()).length(1).optional(),
  tls_certificate: z.array(z.unknown()).length(1).optional(),
});

/** A block of a file; the reader of HCL puts each into a list, since there may be several. */
function single<B extends z.ZodType>(block: B) {
  return z.union([
    block,
    z
      .array(block)
      .length(1)
      .transform(([only]) => only as z.infer<B>),
  ]);
}

const file = z.strictObject({
  '//': z.string().optional(),
  variable: z.record(
    z.string(),
    single(
      z.strictObject({
        type: z.string(),
        description: z.string(),
        default: z.union([z.string(), z.strictObject({})]).optional(),
      }),
    ),
  ),
  data: z.strictObject({ azurerm_firewall_policy: z.strictObject({ policy: z.unknown() }) }).optional(),
  resource: z.strictObject({
    azurerm_firewall_policy: z.strictObject({ policy: single(policyBlock) }).optional(),
    azurerm_ip_group: z.record(z.string(), single(ipGroupBlock)).optional(),
    azurerm_firewall_policy_rule_collection_group: z.record(z.string(), single(groupBlock)),
  }),
});

/** A text that Terraform takes as it stands: what is left of `${` would be a template. */
function plain(text: string): string {
  if (/(?<![$%])(\$\$|%%)*[$%](?![$%])(?=\{)/.test(text.replace(/\$\$\{|%%\{/g, '')))
    throw new Error(`a template: ${text}`);
  return text.replace(/([$%])\1(?=\{)/g, '$1');
}

function modelOf(value: unknown): BareModel {
  const { variable, data, resource } = file.parse(value);
  const ipGroups = Object.entries(resource.azurerm_ip_group ?? {});
  const names = new Map(ipGroups.map(([label, { name }]) => [`\${azurerm_ip_group.${label}.id}`, name]));
  const reading: Reading = {
    text: plain,
    ipGroup: (id) => {
      const name = typeof id === 'string' ? names.get(id) : undefined;
      if (name === undefined) throw new Error(`no IP group: ${String(id)}`);
      return name;
    },
  };
  const made = resource.azurerm_firewall_policy?.policy;
  if ((made === undefined) === (data === undefined)) throw new Error('not one policy');
  const name = z.string().parse(variable['firewall_policy_name']?.default);
  const create = made && {
    sku: made.sku,
    dnsProxy: made.dns !== undefined,
    tlsInspection: made.tls_certificate !== undefined,
  };
  return {
    policy: create ? { name, create } : { name },
    ipGroups: ipGroups.map(([, group]) => ({ name: group.name, addresses: group.cidrs })),
    groups: Object.values(resource.azurerm_firewall_policy_rule_collection_group).map((group) => ({
      name: group.name,
      priority: group.priority,
      collections: collectionsOf(group, reading),
    })),
  };
}

function collectionsOf(
  { network_rule_collection = [], application_rule_collection = [] }: z.infer<typeof groupBlock>,
  reading: Reading,
): BareModel['groups'][number]['collections'] {
  const network = network_rule_collection.map(({ rule: rules, ...one }) => ({
    ...one,
    rules: rules.map((rule) =>
      networkRule(
        {
          ...rule,
          sourceAddresses: rule.source_addresses,
          sourceIpGroups: rule.source_ip_groups,
          addresses: rule.destination_addresses,
          fqdns: rule.destination_fqdns,
          ipGroups: rule.destination_ip_groups,
          ports: rule.destination_ports,
        },
        reading,
      ),
    ),
  }));
  const application = application_rule_collection.map(({ rule: rules, ...one }) => ({
    ...one,
    rules: rules.map((rule) =>
      applicationRule(
        {
          ...rule,
          sourceAddresses: rule.source_addresses,
          sourceIpGroups: rule.source_ip_groups,
          fqdns: rule.destination_fqdns,
          urls: rule.destination_urls,
          inspected: rule.terminate_tls,
        },
        reading,
      ),
    ),
  }));
  return [...network, ...application].toSorted((a, b) => a.priority - b.priority);
}

/** Terraform knows no order of resources: groups by priority, IP groups by name. */
export function inOrder({ policy, ipGroups, groups }: BareModel): BareModel {
  return {
    policy,
    ipGroups: ipGroups.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    groups: groups.toSorted((a, b) => a.priority - b.priority),
  };
}

/** The model that a file in Terraform's JSON syntax says. */
export function liftTerraformJson(text: string): BareModel {
  return inOrder(modelOf(JSON.parse(text)));
}

/** The model that an HCL file says, as HashiCorp's own parser reads it. */
export async function liftTerraform(text: string): Promise<BareModel> {
  return inOrder(modelOf(await parse('rules.tf', text)));
}
