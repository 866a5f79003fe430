import { jsonWithSpans, type Artifact, type Context, type Json } from '@azureml-firewall/renderer-kit';
import { armSpelling, templateTree } from '../../print/arm.js';
import type { Carriers } from '../../print/resource-tree.js';
import { existingWorkspace } from '../facts.js';
import type { ManagedNetworkRules } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';
import { versionOf } from '../versions.js';
import { propertiesOf } from './properties.js';

/**
 * A template for an existing workspace. The rules stand in a variable and are made one after the other: a list that
 * grows changes no line of the others, and no two updates of the network meet. The reasons are for the reader alone.
 */
export function printArm({ rules }: ManagedNetworkRules, context: Context<ManagedNetworkOptions>): Artifact {
  const { workspaceName, apiVersion } = context.options;
  const carriers: Carriers = new Map();
  const parameters = {
    workspaceName: { type: 'string', defaultValue: workspaceName, metadata: { description: existingWorkspace } },
  };
  const variables = {
    rules: rules.map((rule): Json => {
      const reasons = rule.reasons.map(armSpelling.text);
      const node = { name: rule.name, reasons, properties: propertiesOf(rule) };
      carriers.set(node, rule.entries);
      return node;
    }),
  };
  const resource = {
    type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
    apiVersion: versionOf(rules, apiVersion),
    name: "[concat(parameters('workspaceName'), '/', variables('rules')[copyIndex()].name)]",
    copy: { name: 'rules', count: "[length(variables('rules'))]", mode: 'serial', batchSize: 1 },
    properties: "[variables('rules')[copyIndex()].properties]",
  };
  const { resources, ...head } = templateTree(parameters, [resource], context);
  const template = { ...head, variables, resources: resources ?? [] };
  return { path: 'outbound-rules.json', ...jsonWithSpans(template, (node) => carriers.get(node)) };
}
