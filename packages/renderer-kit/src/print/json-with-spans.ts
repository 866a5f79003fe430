import type { Span } from '../contract/artifact.js';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Prints like `JSON.stringify(value, undefined, 2)` with a final line feed, and tells which lines carry which entries. */
export function jsonWithSpans(
  value: Json,
  entriesAt: (node: Json) => readonly string[] | undefined,
): { readonly text: string; readonly spans: readonly Span[] } {
  const lines: string[] = [''];
  const spans: Span[] = [];
  const put = (text: string): void => {
    lines.push(`${lines.pop() ?? ''}${text}`);
  };

  const block = (open: string, close: string, indent: string, items: readonly (() => void)[]): void => {
    put(open);
    for (const [i, item] of items.entries()) {
      lines.push(`${indent}  `);
      item();
      if (i < items.length - 1) put(',');
    }
    if (items.length > 0) lines.push(indent);
    put(close);
  };

  const walk = (node: Json, indent: string): void => {
    const from = lines.length;
    if (isList(node))
      block(
        '[',
        ']',
        indent,
        node.map((item) => () => {
          walk(item, `${indent}  `);
        }),
      );
    else if (typeof node === 'object' && node !== null)
      block(
        '{',
        '}',
        indent,
        Object.entries(node).map(([key, item]) => () => {
          put(`${JSON.stringify(key)}: `);
          walk(item, `${indent}  `);
        }),
      );
    else put(JSON.stringify(node));
    for (const entry of entriesAt(node) ?? []) spans.push({ entry, from, to: lines.length });
  };

  walk(value, '');
  return { text: `${lines.join('\n')}\n`, spans };
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}
