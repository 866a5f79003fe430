/** What a spreadsheet takes for a formula, in its full-width forms as well, behind quotes and blanks that it drops. */
const formula = /^['"\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
/** What a spreadsheet drops at the beginning of a cell, to find a formula after it. */
const dropped = /^'*[\t\r\n]/;

/**
 * Cells in which no reader finds a formula, whatever it separates cells by: a reader that takes semicolons, tabs or bars
 * for separators, or lines for rows in spite of quotes, begins a cell after each of them. A text that looks escaped
 * already is escaped once more, so that taking one apostrophe off each part always gives the text.
 */
function harmless(text: string): string {
  const parts = text.split(/([,;|\t\r\n])/).map((part) => (formula.test(part) ? `'${part}` : part));
  return `${dropped.test(text) ? "'" : ''}${parts.join('')}`;
}

function cellText(text: string): string {
  const cell = harmless(text);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as RFC 4180 writes them. What a spreadsheet would run as a formula gets an apostrophe in front. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}
