import * as z from 'zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$/);
const portRanges = z.string().regex(/^(\*|\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*)$/);
const how = { protocol: z.enum(['TCP', 'UDP']), portRanges };
const category = z.literal('UserDefined');

/** Each kind of outbound rule as `Microsoft.MachineLearningServices/workspaces/outboundRules` has it, version 2024-10-01. */
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
  variables: z.strictObject({ rules: z.array(z.strictObject({ name, properties })).min(1) }),
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

export type PrintedRule = z.infer<typeof template>['variables']['rules'][number];

/** The rules of a template, held against the published shape. */
export function rulesIn(json: string): readonly PrintedRule[] {
  return template.parse(JSON.parse(json)).variables.rules;
}

const yamlRule = z.discriminatedUnion('type', [
  z.strictObject({ name, type: z.literal('fqdn'), destination: text }),
  z.strictObject({
    name,
    type: z.literal('service_tag'),
    destination: z.strictObject({
      service_tag: text.optional(),
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
    const destination =
      service_tag === undefined
        ? { addressPrefixes: address_prefixes ?? [], ...by }
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
        const destination = call.includes('--service-tag')
          ? { serviceTag: flag('--service-tag'), ...by }
          : { addressPrefixes: flag('--address-prefixes').split(','), ...by };
        return { name: head, properties: { type: 'ServiceTag', category, destination } };
      }
    }
  });
}
