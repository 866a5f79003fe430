import * as z from 'zod';
import { readBicep } from '../support/lift-bicep.js';

const text = z.string().min(1);
const name = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/);
const portRanges = z.string().regex(/^(\*|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)$/);
const how = { protocol: z.enum(['TCP', 'UDP']), portRanges };
const category = z.literal('UserDefined');

/** Each kind of outbound rule as `Microsoft.MachineLearningServices/workspaces/outboundRules` has it, version 2026-05-01. */
const properties = z.union([
  z.strictObject({
    type: z.literal('FQDN'),
    category,
    destination: z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  }),
  z.strictObject({
    type: z.literal('ServiceTag'),
    category,
    destination: z.union([
      z.strictObject({ serviceTag: text, ...how }),
      z.strictObject({ addressPrefixes: z.array(text).min(1), ...how }),
    ]),
  }),
  z.strictObject({
    type: z.literal('PrivateEndpoint'),
    category,
    destination: z.strictObject({
      serviceResourceId: z.string().startsWith('/subscriptions/'),
      subresourceTarget: text,
      sparkEnabled: z.boolean(),
    }),
  }),
]);

const template = z.strictObject({
  $schema: z.literal('https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'),
  contentVersion: z.literal('1.0.0.0'),
  metadata: z.strictObject({ cloud: text, region: text, edition: text }),
  parameters: z.strictObject({
    workspaceName: z.strictObject({
      type: z.literal('string'),
      defaultValue: name,
      metadata: z.strictObject({ description: text }),
    }),
  }),
  variables: z.strictObject({ rules: z.array(z.strictObject({ name, reasons: z.array(text), properties })).min(1) }),
  resources: z.tuple([
    z.strictObject({
      type: z.literal('Microsoft.MachineLearningServices/workspaces/outboundRules'),
      apiVersion: z.string().regex(/^\d{4}-\d\d-\d\d$/),
      name: z.literal("[concat(parameters('workspaceName'), '/', variables('rules')[copyIndex()].name)]"),
      copy: z.strictObject({
        name: z.literal('rules'),
        count: z.literal("[length(variables('rules'))]"),
        mode: z.literal('serial'),
        batchSize: z.literal(1),
      }),
      properties: z.literal("[variables('rules')[copyIndex()].properties]"),
    }),
  ]),
});

const rule = z.strictObject({ name, properties });

export type PrintedRule = z.infer<typeof rule>;

/** Prefixes can be written from this version of the resource on. */
function holdVersion(version: string, rules: readonly PrintedRule[]): void {
  const prefixed = rules.some(
    ({ properties: { destination } }) => typeof destination === 'object' && 'addressPrefixes' in destination,
  );
  if (prefixed && version < '2026-05-01') throw new Error(`prefixes are read-only in ${version}`);
}

/** The rules of a template, held against the published shape. */
export function rulesIn(json: string): readonly PrintedRule[] {
  const { variables, resources } = template.parse(JSON.parse(json));
  const rules = variables.rules.map((one) => ({ name: one.name, properties: one.properties }));
  holdVersion(resources[0].apiVersion, rules);
  return rules;
}

const bicepLoop = 'Microsoft.MachineLearningServices/workspaces/outboundRules'.split('/').slice(1).join('/');

/** The same out of the Bicep file, which makes one resource for each item of a variable. */
export function rulesInBicep(bicep: string): readonly PrintedRule[] {
  const { variables, resources } = readBicep(bicep);
  const [workspace, looped] = resources;
  if (workspace?.existing !== true || looped?.type !== bicepLoop) throw new Error('not the resources of a loop');
  const body = Object.entries(looped.body).map(([key, value]) => [key, (value as { readonly text: string }).text]);
  const expected = { parent: workspace.symbol, name: 'rule.name', properties: 'any(rule.properties)' };
  if (JSON.stringify(Object.fromEntries(body)) !== JSON.stringify(expected)) throw new Error(`not the loop: ${bicep}`);
  const rules = z.array(rule).min(1).parse(variables['rules']);
  holdVersion(looped.apiVersion, rules);
  return rules;
}

const azapiRule = z.strictObject({
  type: z.string().regex(/^Microsoft\.MachineLearningServices\/workspaces\/outboundRules@\d{4}-\d\d-\d\d$/),
  parent_id: z.literal('${var.workspace_id}'),
  name,
  locks: z.tuple([z.literal('${var.workspace_id}')]),
  body: z.strictObject({ properties }),
});
/** The reader of HCL puts each block into a list. */
const listed = <B extends z.ZodType>(block: B) => z.union([block, z.tuple([block]).transform(([only]) => only)]);
const terraformFile = z.strictObject({
  '//': text.optional(),
  terraform: listed(
    z.strictObject({
      required_providers: z.tuple([
        z.strictObject({ azapi: z.strictObject({ source: z.literal('Azure/azapi'), version: z.literal('>= 2.0') }) }),
      ]),
    }),
  ),
  variable: z.strictObject({
    workspace_id: listed(z.strictObject({ type: z.enum(['string', '${string}']), description: text })),
  }),
  resource: z.strictObject({ azapi_resource: z.record(z.string(), listed(azapiRule)) }),
});

/** The same out of a Terraform file that has been read; it knows no order. */
export function rulesInTerraform(file: unknown): readonly PrintedRule[] {
  const found = Object.values(terraformFile.parse(file).resource.azapi_resource);
  return found.map((one) => {
    const printed = { name: one.name, properties: one.body.properties };
    holdVersion(one.type.slice(-10), [printed]);
    return printed;
  });
}

const yamlRule = z.discriminatedUnion('type', [
  z.strictObject({ name, type: z.literal('fqdn'), destination: text }),
  z.strictObject({
    name,
    type: z.literal('service_tag'),
    destination: z.strictObject({
      service_tag: text,
      address_prefixes: z.array(text).min(1).optional(),
      protocol: z.enum(['TCP', 'UDP']),
      port_ranges: portRanges,
    }),
  }),
  z.strictObject({
    name,
    type: z.literal('private_endpoint'),
    destination: z.strictObject({ service_resource_id: text, subresource_target: text, spark_enabled: z.boolean() }),
  }),
]);
const yamlFile = z.strictObject({
  name,
  managed_network: z.strictObject({
    isolation_mode: z.literal('allow_only_approved_outbound'),
    outbound_rules: z.array(yamlRule).min(1),
  }),
});

/** The tag that stands beside prefixes, since the az command asks for one. */
const ignored = 'VirtualNetwork';

/** The same rules out of the YAML file. */
export function rulesInYaml(document: unknown): readonly PrintedRule[] {
  return yamlFile.parse(document).managed_network.outbound_rules.map((rule): PrintedRule => {
    const category = 'UserDefined';
    if (rule.type === 'fqdn')
      return { name: rule.name, properties: { type: 'FQDN', category, destination: rule.destination } };
    if (rule.type === 'private_endpoint') {
      const { service_resource_id, subresource_target, spark_enabled } = rule.destination;
      const destination = {
        serviceResourceId: service_resource_id,
        subresourceTarget: subresource_target,
        sparkEnabled: spark_enabled,
      };
      return { name: rule.name, properties: { type: 'PrivateEndpoint', category, destination } };
    }
    const { service_tag, address_prefixes, protocol, port_ranges } = rule.destination;
    const by = { protocol, portRanges: port_ranges };
    if (address_prefixes && service_tag !== ignored) throw new Error(`more than prefixes: ${service_tag}`);
    const destination = address_prefixes
      ? { addressPrefixes: address_prefixes, ...by }
      : { serviceTag: service_tag, ...by };
    return { name: rule.name, properties: { type: 'ServiceTag', category, destination } };
  });
}

/** The same rules out of the script, by a shell that runs it with an `az` that writes down what it is called with. */
export function rulesInCalls(calls: readonly (readonly string[])[]): readonly PrintedRule[] {
  return calls.map((call): PrintedRule => {
    const flag = (of: string): string => call[call.indexOf(of) + 1] ?? '';
    const by = { protocol: flag('--protocol') as 'TCP', portRanges: flag('--port-ranges') };
    const category = 'UserDefined';
    const head = flag('--rule');
    switch (flag('--type')) {
      case 'fqdn':
        return { name: head, properties: { type: 'FQDN', category, destination: flag('--destination') } };
      case 'private_endpoint': {
        const destination = {
          serviceResourceId: flag('--service-resource-id'),
          subresourceTarget: flag('--subresource-target'),
          sparkEnabled: flag('--spark-enabled') === 'true',
        };
        return { name: head, properties: { type: 'PrivateEndpoint', category, destination } };
      }
      default: {
        const tag = flag('--service-tag');
        const isPrefixed = call.includes('--address-prefixes');
        // azext_ml, workspace_outbound_rule.py: without a tag the command refuses.
        if (tag === '' || (isPrefixed && tag !== ignored)) throw new Error(`not a tag to be ignored: ${tag}`);
        const destination = isPrefixed
          ? { addressPrefixes: flag('--address-prefixes').split(','), ...by }
          : { serviceTag: tag, ...by };
        return { name: head, properties: { type: 'ServiceTag', category, destination } };
      }
    }
  });
}
