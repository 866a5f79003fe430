import { csvCells } from '../csv.js';
import { deniedLine } from '../fields.js';
import { broken, other, type Line, type LineReader } from '../line.js';
import { parseLoggedUrl } from '../url.js';

/** What a record is read from, by whichever way its columns are known. */
type Column = 'type' | 'subtype' | 'source' | 'destination' | 'rule' | 'port' | 'protocol' | 'action' | 'url';

/** Columns of the syslog form, counted from 0 (PAN-OS field descriptions for traffic and URL filtering logs). */
const positions: Readonly<Record<Column, number>> = {
  type: 3,
  subtype: 4,
  source: 7,
  destination: 8,
  rule: 11,
  port: 25,
  protocol: 29,
  action: 30,
  url: 31,
};

/** Headings of the web interface's export. That these are their exact words is not confirmed: they are compared loosely. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  type: ['type'],
  subtype: ['threat/content type', 'log subtype', 'subtype'],
  source: ['source address', 'source'],
  destination: ['destination address', 'destination'],
  rule: ['rule', 'rule name'],
  port: ['destination port', 'to port'],
  protocol: ['ip protocol', 'protocol'],
  action: ['action'],
  url: ['url/filename', 'url', 'url category list'],
};

const denying = new Set([
  'deny',
  'drop',
  'drop-icmp',
  'reset-client',
  'reset-server',
  'reset-both',
  'block',
  'block-url',
  'block-continue',
  'block-override',
]);

function columnsOf(header: readonly string[]): Readonly<Record<Column, number>> {
  const names = header.map((name) => name.trim().toLowerCase());
  const at = (column: Column): number => {
    const found = headings[column].map((heading) => names.indexOf(heading)).find((index) => index >= 0);
    return found ?? -1;
  };
  const columns = Object.keys(positions) as Column[];
  return Object.fromEntries(columns.map((column) => [column, at(column)])) as Record<Column, number>;
}

/** A header row names its columns; a line of syslog has a type in its fourth. */
function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return names.includes('action') && !['TRAFFIC', 'THREAT'].includes(cells[positions.type] ?? '');
}

function readCells(cells: readonly string[], columns: Readonly<Record<Column, number>>): Line {
  const cell = (column: Column): string => cells[columns[column]] ?? '';
  const action = cell('action').toLowerCase();
  if (action === '') return broken('no action');
  if (!denying.has(action)) return other;
  const url = parseLoggedUrl(cell('url'));
  const isUrl = url !== undefined && (cell('subtype') === 'url' || cell('type').toLowerCase() === 'url');
  return deniedLine({
    source: cell('source'),
    host: isUrl ? url.host : undefined,
    address: cell('destination'),
    protocol: cell('protocol'),
    port: cell('port'),
    path: isUrl ? url.path : undefined,
    reason: cell('rule') === '' ? undefined : `rule ${cell('rule')}`,
  });
}

/** Syslog adds a header before the first field, with blanks and perhaps commas of its own: the record starts at the type. */
function fromFirstField(cells: readonly string[]): readonly string[] {
  const at = cells.findIndex((cell) => cell === 'TRAFFIC' || cell === 'THREAT');
  return at > positions.type ? cells.slice(at - positions.type) : cells;
}

/** Reads traffic and URL filtering logs: by headings when the first line has them, else by position. */
export function panOsReader(firstLine: string): LineReader {
  const header = csvCells(firstLine);
  const columns = header && isHeader(header) ? columnsOf(header) : undefined;
  return (line) => {
    const cells = csvCells(line);
    if (!cells) return broken('a quote that is not closed');
    if (columns) return isHeader(cells) ? other : readCells(cells, columns);
    const record = fromFirstField(cells);
    if (!['TRAFFIC', 'THREAT'].includes(record[positions.type] ?? '')) return broken('neither TRAFFIC nor THREAT');
    return record[positions.subtype] === 'start' ? other : readCells(record, positions);
  };
}
