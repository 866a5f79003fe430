import { destinationText, serviceText, sourceText, type Entry, type Origin } from '@azureml-firewall/rule-model';
import type { Explanation } from '../explain/explanation.js';
import { nearText } from './near-text.js';
import { printable } from './printable.js';
import { requirementsOf } from './requirements-of.js';
import { table, type TableStyle } from './table.js';

const nearColumns = [
  { title: 'requirement' },
  { title: 'destination', clips: true },
  { title: 'service' },
  { title: 'what would change it', clips: true },
];

function placeText({ edition, section, source }: Origin): string {
  return `edition ${edition}, ${section}: ${source}`;
}

function allowedText({ rule, destination, service }: Entry, { paint }: TableStyle): string {
  const lines = [
    ['rule', `${rule.id}: ${rule.purpose}`],
    ...(rule.caution === undefined ? [] : [['caution', rule.caution]]),
    ['entry', `${destinationText(destination)} on ${serviceText(service)}`],
    ['from', rule.sources.map(sourceText).join(', ')],
    ['requirement', requirementsOf(rule)],
    ...[...new Set(rule.origins.map(placeText))].map((text) => ['source', text]),
  ] as const;
  return lines.map(([name = '', text = '']) => `  ${paint.dim(name.padEnd(12))}${text}\n`).join('');
}

function nearTable({ near }: Explanation, document: string | undefined, style: TableStyle): string {
  if (near.length === 0) return 'no requirement comes close\n';
  const rows = near.map((one) => [
    { text: requirementsOf(one.entry.rule) },
    { text: destinationText(one.entry.destination) },
    { text: serviceText(one.entry.service) },
    { text: nearText(one, document) },
  ]);
  return table(nearColumns, rows, style);
}

/** The answer on a flow, by what it is allowed or what comes close. */
export function explainText(explanation: Explanation, document: string | undefined, style: TableStyle): string {
  const { url, decision } = explanation;
  const { bold, green, red } = style.paint;
  if (decision.action === 'allow' && decision.entry)
    return `${bold(green('allowed'))} ${printable(url)}\n\n${allowedText(decision.entry, style)}`;
  return `${bold(red('denied'))} ${printable(url)}\n\n${nearTable(explanation, document, style)}`;
}
