import type { Paint } from './paint.js';

/** A cell: its text, and the colour that is put on after it has been padded. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A column: those that may be clipped give way when the terminal is too narrow. */
export interface Column {
  readonly title: string;
  readonly clips?: boolean;
}

/** How a table is shown: without a width nothing is clipped, so that a file or pipe gets all. */
export interface TableStyle {
  readonly paint: Paint;
  readonly width?: number | undefined;
}

const gap = '  ';
const narrowest = 16;

function widthsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return columns.map(({ title }, c) =>
    rows.reduce((most, row) => Math.max(most, row[c]?.text.length ?? 0), title.length),
  );
}

/** Takes the excess from the widest column that may be clipped, one character at a time. */
function fit(columns: readonly Column[], widths: readonly number[], limit: number | undefined): readonly number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width, gap.length * (columns.length - 1)) - (limit ?? Infinity);
  while (excess > 0) {
    const widest = columns.reduce(
      (best, { clips }, c) => (clips && (fitted[c] ?? 0) > Math.max(fitted[best] ?? 0, narrowest) ? c : best),
      -1,
    );
    if (widest < 0) break;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
    excess--;
  }
  return fitted;
}

function show({ text, paint }: Cell, width: number, last: boolean): string {
  const clipped = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  const shown = paint ? paint(clipped) : clipped;
  // Padding stays outside the colour, and no line ends in spaces.
  return last ? shown : shown + ' '.repeat(width - clipped.length);
}

/** A table as lines of text, each ended by a line feed. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: TableStyle): string {
  const widths = fit(columns, widthsOf(columns, rows), style.width);
  const line = (cells: readonly Cell[]): string =>
    cells.map((cell, c) => show(cell, widths[c] ?? 0, c === cells.length - 1)).join(gap);
  const head = columns.map(({ title }) => ({ text: title, paint: style.paint.bold }));
  const rule = widths.map((width) => ({ text: '─'.repeat(width), paint: style.paint.dim }));
  return [head, rule, ...rows].map((cells) => `${line(cells).trimEnd()}\n`).join('');
}
