import { portText } from '@azureml-firewall/rule-model';
import { jsonWithSpans, type Artifact, type Context, type Json } from '@azureml-firewall/renderer-kit';
import { armSpelling } from '../../print/arm.js';
import type { Carriers, Tree } from '../../print/resource-tree.js';
import type { ManagedNetworkRules, OutboundRule } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';

function propertiesOf(rule: OutboundRule): Tree {
  switch (rule.kind) {
    case 'fqdn':
      return { type: 'FQDN', category: 'UserDefined', destination: rule.destination };
    case 'service-tag':
      return {
        type: 'ServiceTag',
        category: 'UserDefined',
        destination: {
          ...(rule.tag === undefined ? { addressPrefixes: rule.prefixes } : { serviceTag: rule.tag }),
          protocol: rule.protocol,
          portRanges: rule.ports.map(portText).join(','),
        },
      };
    case 'private-endpoint':
      return {
        type: 'PrivateEndpoint',
        category: 'UserDefined',
        destination: {
          serviceResourceId: rule.serviceResourceId,
          subresourceTarget: rule.subresourceTarget,
          sparkEnabled: rule.sparkEnabled,
        },
      };
  }
}

/**
 * A template for an existing workspace. The rules stand in a variable and are made one after the other: a list that
 * grows changes no line of the others, and no two updates of the network meet.
 */
export function printArm(
  { rules }: ManagedNetworkRules,
  { cloud, region, edition, options }: Context<ManagedNetworkOptions>,
): Artifact {
  const carriers: Carriers = new Map();
  const template: Tree = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    metadata: { cloud, region: armSpelling.text(region), edition: armSpelling.text(edition) },
    parameters: {
      workspaceName: {
        type: 'string',
        defaultValue: options.workspaceName,
        metadata: { description: 'The existing workspace whose managed network receives the rules.' },
      },
    },
    variables: {
      rules: rules.map((rule): Json => {
        const node = { name: rule.name, properties: propertiesOf(rule) };
        carriers.set(node, rule.entries);
        return node;
      }),
    },
    resources: [
      {
        type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
        apiVersion: options.apiVersion,
        name: "[concat(parameters('workspaceName'), '/', variables('rules')[copyIndex()].name)]",
        copy: { name: 'rules', count: "[length(variables('rules'))]", mode: 'serial', batchSize: 1 },
        properties: "[variables('rules')[copyIndex()].properties]",
      },
    ],
  };
  return { path: 'outbound-rules.json', ...jsonWithSpans(template, (node) => carriers.get(node)) };
}
