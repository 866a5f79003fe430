/** The cells of one line of CSV (RFC 4180), or undefined when a quoted cell is not closed. */
export function csvCells(line: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at);
      cells.push(line.slice(at, end < 0 ? line.length : end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    const close = closingQuote(line, at + 1);
    if (close < 0) return undefined;
    cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
    if (close + 1 >= line.length) return cells;
    at = close + 2;
  }
  return [...cells, ''];
}

/** A doubled quote stands for one inside the cell; the first that is not doubled ends it. */
function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
