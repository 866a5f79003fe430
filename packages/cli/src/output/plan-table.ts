import {
  destinationText,
  serviceText,
  sourceText,
  type Policy,
  type Route,
  type Rule,
} from '@azureml-firewall/rule-model';
import { requirementsOf } from './requirements-of.js';
import { table, type Cell, type TableStyle } from './table.js';

const ruleColumns = [
  { title: 'requirement' },
  { title: 'from', clips: true },
  { title: 'to', clips: true },
  { title: 'services' },
  { title: 'need' },
];
const routeColumns = [{ title: 'route' }, { title: 'to' }, { title: 'next hop' }, { title: 'by address', clips: true }];

/** A line per destination, each whole by itself, so that a line which `grep` finds says all. */
function ruleRows(rule: Rule, { paint }: TableStyle): readonly (readonly Cell[])[] {
  const from = rule.sources.map(sourceText).join(', ');
  const services = rule.services.map(serviceText).join(', ');
  return rule.destinations.map((destination, i) => [
    { text: requirementsOf(rule), ...(i > 0 && { paint: paint.dim }) },
    { text: from, ...(rule.direction === 'outbound' && { paint: paint.dim }) },
    { text: destinationText(destination) },
    { text: services },
    { text: rule.necessity },
  ]);
}

function routeRow({ id, tag, nextHop, byAddress }: Route): readonly Cell[] {
  return [{ text: id }, { text: tag }, { text: nextHop }, { text: byAddress.join(', ') }];
}

/** The rules of a policy, and its routes where it has any. */
export function planTable({ collections, routes }: Policy, style: TableStyle): string {
  const rules = collections.flatMap((collection) => collection.rules.flatMap((rule) => ruleRows(rule, style)));
  const tables = [table(ruleColumns, rules, style)];
  if (routes.length > 0) tables.push(table(routeColumns, routes.map(routeRow), style));
  return tables.join('\n');
}
