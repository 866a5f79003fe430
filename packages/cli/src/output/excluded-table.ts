import type { Excluded } from '@azureml-firewall/catalog';
import { exclusionText } from './exclusion-text.js';
import { peerText } from './statement-lines.js';
import { table, type TableStyle } from './table.js';

const columns = [
  { title: 'requirement' },
  { title: 'destination', clips: true },
  { title: 'ports' },
  { title: 'excluded because' },
];

/** What the edition holds and the workspace does not need, as the cells of a table. */
export function excludedRows(excluded: readonly Excluded[]): readonly (readonly string[])[] {
  const rows = excluded.map(({ requirement, direction, destination, ports, because }) => [
    requirement,
    peerText(destination, direction),
    ports.join(', '),
    exclusionText(because),
  ]);
  // A fact that is printed at two places with the same condition is one line to a reader; JSON keeps both.
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** What the edition holds for this cloud and the workspace does not need, with the reason. */
export function excludedTable(excluded: readonly Excluded[], style: TableStyle): string {
  return table(
    columns,
    excludedRows(excluded).map((row) => row.map((text) => ({ text }))),
    style,
  );
}
