import type { Artifact, Context, Json } from '@azureml-firewall/renderer-kit';
import { symbolIn, symbolsOf } from '../../print/symbols.js';
import { terraformJsonFile } from '../../print/terraform-json.js';
import type { Item, TopBlock } from '../../print/terraform-tree.js';
import { variable } from '../../print/terraform-variables.js';
import { hclFile } from '../../print/terraform.js';
import type { ManagedNetworkRules, OutboundRule } from '../model.js';
import type { ManagedNetworkOptions } from '../options.js';
import { versionOf } from '../versions.js';
import { propertiesOf } from './properties.js';

type Cx = Context<ManagedNetworkOptions>;

const workspaceId = { expression: 'var.workspace_id' } as const;

function isTree(node: Json): node is Readonly<Record<string, Json>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function itemOf([key, value]: readonly [string, Json]): Item {
  if (isTree(value)) return { key, object: Object.entries(value).map(itemOf) };
  return { key, value: Array.isArray(value) ? (value as readonly string[]) : (value as string | boolean) };
}

function resource(rule: OutboundRule, symbol: string, apiVersion: string): TopBlock {
  const version = versionOf([rule], apiVersion);
  return {
    labels: ['resource', 'azapi_resource', symbol],
    comments: rule.reasons,
    body: {
      entries: rule.entries,
      items: [
        { key: 'type', value: `Microsoft.MachineLearningServices/workspaces/outboundRules@${version}` },
        { key: 'parent_id', value: workspaceId },
        { key: 'name', value: rule.name },
        { key: 'locks', value: [workspaceId] },
        { key: 'body', object: [itemOf(['properties', propertiesOf(rule)])] },
      ],
    },
  };
}

/**
 * A module for Microsoft's provider azapi. That of azurerm takes neither regional service tags nor prefixes, and makes
 * rules at the same time, of which Azure then loses some (Azure/terraform-provider-azapi, issue 453): `locks` makes them
 * one after the other.
 */
function blocksOf({ rules }: ManagedNetworkRules, { options }: Cx): readonly TopBlock[] {
  const symbols = symbolsOf(
    'rule',
    rules.map(({ name }) => name),
  );
  const azapi: Item = {
    key: 'azapi',
    object: [
      { key: 'source', value: 'Azure/azapi' },
      { key: 'version', value: '>= 2.0' },
    ],
  };
  return [
    { labels: ['terraform'], body: { items: [{ key: 'required_providers', blocks: [{ items: [azapi] }] }] } },
    variable('workspace_id', 'Resource id of the workspace whose managed network receives the rules.'),
    ...rules.map((rule) => resource(rule, symbolIn(symbols, rule.name), options.apiVersion)),
  ];
}

/** The rules as HCL. */
export function printTerraform(model: ManagedNetworkRules, context: Cx): Artifact {
  return hclFile('terraform/outbound-rules/main.tf', blocksOf(model, context), context);
}

/** The same in Terraform's JSON syntax. */
export function printTerraformJson(model: ManagedNetworkRules, context: Cx): Artifact {
  return terraformJsonFile('terraform-json/outbound-rules/main.tf.json', blocksOf(model, context), context);
}
