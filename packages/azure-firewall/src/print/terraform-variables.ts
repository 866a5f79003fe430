import type { FirewallPolicyRules } from '../model.js';
import { parametersOf, policyNameMeans } from './parameters.js';
import type { TopBlock } from './terraform-tree.js';

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A variable, with the value that it has when nothing is said. */
export function variable(name: string, description: string, byDefault?: string): TopBlock {
  return {
    labels: ['variable', name],
    body: {
      items: [
        { key: 'type', value: { expression: 'string' } },
        { key: 'description', value: description },
        ...(byDefault === undefined ? [] : [{ key: 'default', value: byDefault }]),
      ],
    },
  };
}

/** The variables that the resources of a model need. */
export function variableBlocks(model: FirewallPolicyRules): readonly TopBlock[] {
  return [
    variable('firewall_policy_name', policyNameMeans(model), model.policy.name),
    variable('resource_group_name', 'The resource group of the Firewall Policy.'),
    ...parametersOf(model).map(({ name, description }) => variable(snakeCase(name), description)),
  ];
}
