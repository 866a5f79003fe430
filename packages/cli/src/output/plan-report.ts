import type { Excluded, Plan } from '@azureml-firewall/catalog';
import { destinationText, serviceText, sourceText, type Route, type Rule } from '@azureml-firewall/rule-model';
import { excludedRows } from './excluded-table.js';
import type { Report, ReportColumn, Section } from './report.js';
import { requirementsOf } from './requirements-of.js';

const ruleColumns: readonly ReportColumn[] = [
  { title: 'requirement', code: true },
  { title: 'from', code: true },
  { title: 'to', code: true },
  { title: 'services', code: true },
  { title: 'need' },
  { title: 'purpose' },
];
const routeColumns: readonly ReportColumn[] = [
  { title: 'route', code: true },
  { title: 'to', code: true },
  { title: 'next hop', code: true },
  { title: 'by address', code: true },
  { title: 'purpose' },
];
const excludedColumns: readonly ReportColumn[] = [
  { title: 'requirement', code: true },
  { title: 'destination', code: true },
  { title: 'ports', code: true },
  { title: 'excluded because' },
];

function ruleRows(rule: Rule): Section['rows'] {
  const from = rule.sources.map(sourceText).join(', ');
  const services = rule.services.map(serviceText).join(', ');
  const purpose = rule.caution === undefined ? rule.purpose : `${rule.purpose}\nCaution: ${rule.caution}`;
  return rule.destinations.map((destination) => [
    requirementsOf(rule),
    from,
    destinationText(destination),
    services,
    rule.necessity,
    purpose,
  ]);
}

function routeRow({ id, tag, nextHop, byAddress, purpose }: Route): readonly string[] {
  return [id, tag, nextHop, byAddress.join(', '), purpose];
}

/** A plan for readers: a table per group of rules, the routes, and what is excluded where that was asked for. */
export function planReport({ policy }: Plan, excluded: readonly Excluded[]): Report {
  const { edition, cloud, region, collections, routes } = policy;
  return {
    title: `Network access of a workspace in ${region} (${cloud}), edition ${edition}`,
    sections: [
      ...collections.map(({ title, rules }) => ({ title, columns: ruleColumns, rows: rules.flatMap(ruleRows) })),
      { title: 'Routes', columns: routeColumns, rows: routes.map(routeRow) },
      { title: 'Excluded', columns: excludedColumns, rows: excludedRows(excluded) },
    ],
  };
}
