import type { Excluded } from '@azureml-firewall/catalog';
import { exclusionText } from './exclusion-text.js';
import { table, type TableStyle } from './table.js';

const columns = [
  { title: 'requirement' },
  { title: 'destination', clips: true },
  { title: 'ports' },
  { title: 'excluded because' },
];

/** What the edition holds for this cloud and the workspace does not need, with the reason. */
export function excludedTable(excluded: readonly Excluded[], style: TableStyle): string {
  const rows = excluded.map(({ requirement, destination, ports, because }) =>
    [requirement, destination, ports.join(', '), exclusionText(because)].map((text) => ({ text })),
  );
  // A fact that is printed at two places with the same condition is one line to a reader; JSON keeps both.
  const unique = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return table(columns, [...unique.values()], style);
}
