import type { FirewallPolicyRules } from '../model.js';
import { parametersOf, policyNameMeans, snakeCase, type Parameter, type ParameterKind } from './parameters.js';
import type { Item, TopBlock } from './terraform-tree.js';

function block(name: string, type: string, description: string, more: readonly Item[]): TopBlock {
  const items: readonly Item[] = [
    { key: 'type', value: { expression: type } },
    { key: 'description', value: description },
    ...more,
  ];
  return { labels: ['variable', name], body: { items } };
}

/** A variable that takes a text, with the value that it has when nothing is said. */
export function variable(name: string, description: string, byDefault?: string): TopBlock {
  return block(name, 'string', description, byDefault === undefined ? [] : [{ key: 'default', value: byDefault }]);
}

const kinds: Readonly<Record<ParameterKind, readonly [type: string, ...byDefault: readonly Item[]]>> = {
  text: ['string'],
  region: ['string'],
  tags: ['map(string)', { key: 'default', object: [] }],
  switch: ['bool', { key: 'default', value: false }],
};

/** Parameters as Terraform declares them. */
export function variablesOf(list: readonly Parameter[]): readonly TopBlock[] {
  return list.map(({ name, kind, description }) => {
    const [type, ...byDefault] = kinds[kind];
    return block(snakeCase(name), type, description, byDefault);
  });
}

/** The variables that the resources of a model need. */
export function variableBlocks(model: FirewallPolicyRules): readonly TopBlock[] {
  return [
    variable('firewall_policy_name', policyNameMeans(model), model.policy.name),
    variable('resource_group_name', 'The resource group of the Firewall Policy.'),
    ...variablesOf(parametersOf(model)),
  ];
}
