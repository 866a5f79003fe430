import type { Node, Pair } from 'yaml';

interface Container {
  readonly items: readonly unknown[];
}

/** Told by shape, so that this file needs the YAML library's types only. */
function hasItems(node: unknown): node is Container {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}

function keyOf({ key }: Pair): { readonly key: string; readonly offset: number } {
  const { value, range } = key as { value?: unknown; range?: readonly number[] };
  return { key: String(value), offset: range?.[0] ?? 0 };
}

/** The first key that a mapping holds twice, at any depth. Iterative: the depth is the file's, not ours. */
export function duplicateKeyOf(root: Node | null): { readonly key: string; readonly offset: number } | undefined {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!hasItems(node)) continue;
    const seen = new Set<string>();
    for (const item of node.items) {
      waiting.push(isPair(item) ? item.value : item);
      if (!isPair(item)) continue;
      const found = keyOf(item);
      if (seen.size === seen.add(found.key).size) return found;
    }
  }
  return undefined;
}
