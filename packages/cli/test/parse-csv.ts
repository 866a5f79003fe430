/** Reads CSV as RFC 4180 has it, and takes off the apostrophe before what looks like a formula. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    const value = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    row.push(value.replace(/^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/u, ''));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
