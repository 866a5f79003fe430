import type { Found } from '@azureml-firewall/catalog';
import { cloudsText } from './clouds-text.js';
import { table, type TableStyle } from './table.js';

const columns = [
  { title: 'edition' },
  { title: 'requirement' },
  { title: 'destination', clips: true },
  { title: 'services' },
  { title: 'clouds' },
  { title: 'match' },
  { title: 'only if', clips: true },
  { title: 'printed at', clips: true },
];

/** A route has no ports, and what stays inside a cluster is none of a firewall's business: both have to be told. */
const services: Readonly<Record<Found['kind'], (ports: readonly string[]) => string>> = {
  requirement: (ports) => ports.join(', '),
  route: () => 'route',
  'in-cluster': (ports) => `${ports.join(', ')} inside a cluster`,
};

/** Where the editions speak of what was looked for, a line per fact. */
export function findTable(found: readonly Found[], style: TableStyle): string {
  const rows = found.map(({ edition, kind, requirement, destination, ports, clouds, match, when = '', at }) => {
    const places = at.map(({ section, row }) => (row === undefined ? section : `${section}#${row}`));
    return [
      edition,
      requirement,
      destination,
      services[kind](ports),
      cloudsText(clouds),
      match,
      when,
      places.join(', '),
    ];
  });
  return table(
    columns,
    rows.map((row) => row.map((text) => ({ text }))),
    style,
  );
}
