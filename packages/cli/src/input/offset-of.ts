import type { Document } from 'yaml';
import type { PathPart } from './document.js';

interface Ranged {
  readonly range?: readonly number[] | null;
}

interface Item {
  readonly key?: { readonly value?: unknown } & Ranged;
  readonly value?: unknown;
}

interface Step {
  readonly node: unknown;
  readonly key?: Ranged | undefined;
}

function resolveAlias(node: unknown, document: Document.Parsed): unknown {
  if (typeof node !== 'object' || node === null || !('source' in node) || !('resolve' in node)) return node;
  return (node as { resolve: (document: Document.Parsed) => unknown }).resolve(document);
}

function stepInto(node: unknown, part: PathPart): Step | undefined {
  if (typeof node !== 'object' || node === null || !('items' in node)) return undefined;
  const items = node.items as readonly unknown[];
  if (typeof part === 'number') return part < items.length ? { node: items[part] } : undefined;
  const item = (items as readonly Item[]).find(({ key }) => key?.value === part);
  return item && { node: item.value, key: item.key };
}

function startOf(ranged: unknown): number | undefined {
  return (ranged as Ranged | null | undefined)?.range?.[0];
}

/**
 * Where a path stands in the text. A block of lines starts on the line after its key, which helps nobody: it is shown
 * at its key. A path that ends early is shown at what there is of it.
 */
export function offsetOf(document: Document.Parsed, path: readonly PathPart[], at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [i, part] of path.entries()) {
    const step = stepInto(resolveAlias(node, document), part);
    if (!step) return offset;
    node = step.node;
    const wantsKey = (i === path.length - 1 && at === 'key') || stepsFurther(node);
    offset = startOf(wantsKey ? (step.key ?? node) : (node ?? step.key)) ?? offset;
  }
  return offset;
}

function stepsFurther(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'items' in node;
}
