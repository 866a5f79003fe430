import type { Span } from '@azureml-firewall/renderer-kit';

/** Writes lines one after the other and remembers which of them carry which entries. */
export interface Writer {
  readonly line: (text: string) => void;
  /** Two spaces further in. */
  readonly indented: (body: () => void) => void;
  /** All lines of the body carry the entries. */
  readonly carrying: (entries: readonly string[], body: () => void) => void;
}

/** The lines that a body writes. */
export function written(body: (writer: Writer) => void): { readonly text: string; readonly spans: readonly Span[] } {
  const lines: string[] = [];
  const spans: Span[] = [];
  let indent = '';
  body({
    line: (text) => {
      lines.push(text === '' ? '' : `${indent}${text}`);
    },
    indented: (inner) => {
      const outer = indent;
      indent = `${outer}  `;
      inner();
      indent = outer;
    },
    carrying: (entries, inner) => {
      const from = lines.length + 1;
      inner();
      for (const entry of entries) spans.push({ entry, from, to: lines.length });
    },
  });
  return { text: `${lines.join('\n')}\n`, spans };
}
