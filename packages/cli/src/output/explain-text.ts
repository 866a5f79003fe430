import {
  destinationText,
  serviceText,
  sourceText,
  type Entry,
  type Origin,
  type Witness,
} from '@azureml-firewall/rule-model';
import type { Explanation } from '../explain/explanation.js';
import { printable } from './printable.js';
import { requirementsOf } from './requirements-of.js';
import { table, type TableStyle } from './table.js';
import { witnessRequirement, witnessText } from './witness.js';

const nearColumns = [{ title: 'requirement' }, { title: 'what comes close' }];

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
  ];
  return lines.map(([name = '', text = '']) => `  ${paint.dim(name.padEnd(13))}${text}\n`).join('');
}

/** What holds for every host, or every address, is no sign of closeness: it is said beside the answer. */
function isGeneral({ code }: Witness): boolean {
  return code === 'explain/needs-address' || code === 'explain/needs-host';
}

function nearTable(near: readonly Witness[], style: TableStyle): string {
  const rows = near.map((one) => [{ text: witnessRequirement(one) ?? '–' }, { text: witnessText(one) }]);
  return table(nearColumns, rows, style);
}

/** The answer on a flow, by what it is allowed, and what comes close to the other answer. */
export function explainText(explanation: Explanation, style: TableStyle): string {
  const { url, entry, action } = explanation;
  const near = explanation.near.filter((one) => !isGeneral(one));
  const { bold, green, red } = style.paint;
  const allowed = action === 'allow';
  const answer = `${bold(allowed ? green('allowed') : red('denied'))} ${printable(url)}\n`;
  const parts = [
    ...(allowed && entry ? [allowedText(entry, style)] : []),
    ...(near.length > 0 ? [nearTable(near, style)] : []),
    ...(!allowed && near.length === 0 ? ['no requirement comes close\n'] : []),
  ];
  return [answer, ...parts].join('\n');
}

/** What would help to decide. */
export function explainNotes({ undecided, near }: Explanation, document: string | undefined): string {
  const lacksTags = undecided.some(({ needs }) => needs.some(({ fact }) => fact === 'tag-document'));
  const notes = [
    ...near.filter(isGeneral).map(witnessText),
    ...(lacksTags && document === undefined ? ['--service-tags <file> says which addresses a tag has.'] : []),
  ];
  return notes.map((note) => `note: ${note}\n`).join('');
}
