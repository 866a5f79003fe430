const formula = /^['"\s]*[=+\-@＝＋－＠]/u;

/** Takes off the apostrophes before what looks like a formula, at the beginning and after each separator. */
function unescaped(cell: string): string {
  const text = cell.replace(/^'(?='*[\t\r\n])/, '');
  const parts = text.split(/([,;|\t\r\n])/);
  return parts.map((part) => (part.startsWith("'") && formula.test(part.slice(1)) ? part.slice(1) : part)).join('');
}

/** Reads CSV as RFC 4180 has it, and gives back the texts before they were kept from being formulas. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`);
    row.push(unescaped(quoted === undefined ? bare : quoted.replaceAll('""', '"')));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
