import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import type { FirewallPolicyRules } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { resourceBlocks, type Body, type Item, type Scalar, type TopBlock } from './terraform-tree.js';
import { variableBlocks } from './terraform-variables.js';
import { written, type Writer } from './writer.js';

/** A text in which nothing is a template: `${` and `%{` start one unless the sign stands twice. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[$%](?=\{)/g, '$&$&')}"`;
}

function scalarText(value: Scalar): string {
  if (typeof value === 'object') return value.expression;
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** A value that fits on its line; lists of several items have a line for each, so that a change shows what changed. */
function onOneLine(item: Item): string | undefined {
  if ('object' in item && item.object.length === 0) return '{}';
  if (!('value' in item)) return undefined;
  const { value } = item;
  if (!isList(value)) return scalarText(value);
  return value.length > 1 ? undefined : `[${value.map(scalarText).join('')}]`;
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** How far the equals sign of a line stands: `terraform fmt` aligns attributes that follow each other on one line each. */
function widthAt(items: readonly Item[], place: number): number {
  const isShort = (i: number): boolean => {
    const item = items[i];
    return item !== undefined && onOneLine(item) !== undefined;
  };
  let from = place;
  while (isShort(from - 1)) from--;
  let width = 0;
  for (let i = from; isShort(i); i++) width = Math.max(width, items[i]?.key.length ?? 0);
  return width;
}

function printItem(writer: Writer, items: readonly Item[], place: number): void {
  const item = items[place];
  if (!item) return;
  const short = onOneLine(item);
  if (short !== undefined) writer.line(`${item.key.padEnd(widthAt(items, place))} = ${short}`);
  else if ('blocks' in item)
    for (const [i, body] of item.blocks.entries()) {
      if (place > 0 || i > 0) writer.line('');
      printBody(writer, item.key, body);
    }
  else if ('object' in item) printBody(writer, `${item.key} =`, { items: item.object });
  else if (isList(item.value)) {
    const values = item.value;
    writer.line(`${item.key} = [`);
    writer.indented(() => {
      for (const value of values) writer.line(`${scalarText(value)},`);
    });
    writer.line(']');
  }
}

function printBody(writer: Writer, head: string, { items, entries }: Body): void {
  writer.carrying(entries ?? [], () => {
    writer.line(`${head} {`);
    writer.indented(() => {
      for (const place of items.keys()) printItem(writer, items, place);
    });
    writer.line('}');
  });
}

/** Blocks in the layout of `terraform fmt`. */
export function hclFile(
  path: string,
  all: readonly TopBlock[],
  { cloud, region, edition }: Context<unknown>,
): Artifact {
  const printed = written((writer) => {
    writer.line(`# ${cloud}, ${region}, ${edition}`);
    for (const { labels, comments = [], body } of all) {
      const [type, ...names] = labels;
      writer.line('');
      for (const comment of comments) writer.line(`# ${comment}`);
      printBody(writer, [type, ...names.map((name) => `"${name}"`)].join(' '), body);
    }
  });
  return { path, ...printed };
}

/** The file for the azurerm provider. */
export function printTerraform(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): Artifact {
  const blocks = [...variableBlocks(model), ...resourceBlocks(model, context.options.limits)];
  return hclFile('terraform/rule-collection-group.tf', blocks, context);
}
