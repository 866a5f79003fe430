import { jsonWithSpans, type Artifact, type Context, type Json } from '@azureml-firewall/renderer-kit';
import type { FirewallPolicyRules } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import type { Carriers, Tree } from './resource-tree.js';
import { resourceBlocks, type Body, type Scalar, type TopBlock } from './terraform-tree.js';
import { variableBlocks } from './terraform-variables.js';

/** Terraform reads texts of JSON as templates. */
function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/** What is a word of the language and not a value stands without `${}`. */
const bareKeys = new Set(['type', 'depends_on']);

function scalarJson(key: string, value: Scalar): Json {
  if (typeof value === 'object') return bareKeys.has(key) ? value.expression : `\${${value.expression}}`;
  return typeof value === 'string' ? literal(value) : value;
}

function bodyJson({ items, entries }: Body, carriers: Carriers): Tree {
  const node = Object.fromEntries(
    items.map((item): [string, Json] => {
      if ('object' in item) return [item.key, bodyJson({ items: item.object }, carriers)];
      if ('blocks' in item) return [item.key, item.blocks.map((body) => bodyJson(body, carriers))];
      const { key, value } = item;
      return [key, isList(value) ? value.map((one) => scalarJson(key, one)) : scalarJson(key, value)];
    }),
  );
  if (entries) carriers.set(node, entries);
  return node;
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}

type Nested = Map<string, Nested | Tree>;

function place(root: Nested, labels: readonly string[], body: Tree): void {
  const [label = '', ...rest] = labels;
  if (rest.length === 0) {
    root.set(label, body);
    return;
  }
  const found = root.get(label);
  const inner: Nested = found instanceof Map ? found : new Map<string, Nested | Tree>();
  root.set(label, inner);
  place(inner, rest, body);
}

function nestedJson(nested: Nested): Tree {
  return Object.fromEntries(
    [...nested].map(([label, inner]): [string, Json] => [label, inner instanceof Map ? nestedJson(inner) : inner]),
  );
}

/** Blocks in Terraform's JSON syntax. */
export function terraformJsonFile(
  path: string,
  all: readonly TopBlock[],
  { cloud, region, edition }: Context<unknown>,
): Artifact {
  const carriers: Carriers = new Map();
  const root: Nested = new Map();
  for (const { labels, body } of all) place(root, labels, bodyJson(body, carriers));
  const tree: Tree = { '//': `${cloud}, ${region}, ${edition}`, ...nestedJson(root) };
  return { path, ...jsonWithSpans(tree, (node) => carriers.get(node)) };
}

/** The same as HCL, in Terraform's JSON syntax. */
export function printTerraformJson(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): Artifact {
  const blocks = [...variableBlocks(model), ...resourceBlocks(model, context.options.limits)];
  return terraformJsonFile('terraform-json/rule-collection-group.tf.json', blocks, context);
}
