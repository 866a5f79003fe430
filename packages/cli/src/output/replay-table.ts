import type { DeniedGroup, Judgement } from '@azureml-firewall/flow-logs';
import { excerpt } from './printable.js';
import type { Paint } from './paint.js';
import { todoText, type Replayed } from './replay-json.js';
import { requirementsOf } from './requirements-of.js';
import { table, type Cell, type TableStyle } from './table.js';

const columns = [
  { title: 'count' },
  { title: 'destination', clips: true },
  { title: 'service' },
  { title: 'requirement' },
  { title: 'grade' },
  { title: 'what to do', clips: true },
];

function toneOf(judgement: Judgement, paint: Paint): (text: string) => string {
  if (judgement.kind === 'unknown') return paint.dim;
  return judgement.grade === 'weak' ? paint.yellow : paint.green;
}

function rowOf({ count, destination, service, judgement }: DeniedGroup, todo: string, paint: Paint): readonly Cell[] {
  const known = judgement.kind !== 'unknown';
  return [
    { text: String(count) },
    { text: destination },
    { text: service },
    { text: known ? requirementsOf(judgement.entry.rule) : '–' },
    { text: known ? judgement.grade : '–', paint: toneOf(judgement, paint) },
    { text: todo },
  ];
}

/** The places that were denied, most frequent first. */
export function replayTable({ tally, left }: Replayed, style: TableStyle): string {
  const rows = tally.groups.map((group) => rowOf(group, todoText(group.judgement, left), style.paint));
  return table(columns, rows, style);
}

function isAddress(text: string): boolean {
  return text.includes(':') || /^[0-9.]+$/.test(text);
}

function ungroupedText({ tally: { ungrouped } }: Replayed): string {
  const counts = [
    [ungrouped.planned, 'planned'],
    [ungrouped.dormant, 'left out of the plan'],
    [ungrouped.unknown, 'that no requirement asks for'],
  ] as const;
  const some = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length > 0 ? `beyond the places above: ${some.join(', ')}\n` : '';
}

function hints({ tally, document }: Replayed): readonly string[] {
  const of = (test: (group: DeniedGroup) => boolean): boolean => tally.groups.some(test);
  return [
    ...(of(({ judgement }) => judgement.kind !== 'unknown' && judgement.grade === 'weak')
      ? ['a weak match is no reason to open anything']
      : []),
    ...(document === undefined && of((group) => group.judgement.kind === 'unknown' && isAddress(group.destination))
      ? ['addresses are looked for in service tags with --service-tags <file> only']
      : []),
  ];
}

/** What to say beside the table: how much was read, what could not be, and how to take the matches. */
export function replayNotes(replayed: Replayed): string {
  const { tally, broken } = replayed;
  const rest = tally.broken - broken.length;
  return [
    `${tally.lines} ${tally.lines === 1 ? 'line' : 'lines'}: ${tally.denied} denied, ${tally.other} other, ${tally.broken} broken\n`,
    ungroupedText(replayed),
    ...broken.map(({ line, why, text }) => `broken: line ${line}: ${why}: ${excerpt(text)}\n`),
    rest > 0 ? `broken: and ${rest} more\n` : '',
    ...hints(replayed).map((hint) => `note: ${hint}\n`),
  ].join('');
}
