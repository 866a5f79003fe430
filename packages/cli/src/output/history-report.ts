import {
  editions,
  predicateText,
  type Change,
  type History,
  type Requirement,
  type Statement,
} from '@azureml-firewall/catalog';
import type { Report, ReportColumn, Section } from './report.js';
import { changeLines, statementLines, type StatementLine } from './statement-lines.js';

const columns: readonly ReportColumn[] = [
  { title: 'edition' },
  { title: 'change' },
  { title: '±' },
  { title: 'destination', clips: true, code: true },
  { title: 'services', code: true },
  { title: 'clouds' },
  { title: 'only if', clips: true, code: true },
];

function rowsOf(edition: string, change: string, lines: readonly StatementLine[]): Section['rows'] {
  if (lines.length === 0) return [[edition, change]];
  return lines.map(({ sign, destination, services, clouds, when }) => [
    edition,
    change,
    sign,
    destination,
    services,
    clouds,
    when,
  ]);
}

/** All that a version asks for, as changes say theirs. */
function allLines({ facts, direction }: Requirement): readonly StatementLine[] {
  const statements = facts.flatMap(({ host, tag, ports, clouds, when }) =>
    ports.map((port): Statement => {
      return { destination: tag ?? host ?? '?', port, clouds, ...(when && { when: predicateText(when) }) };
    }),
  );
  const unique = new Map(statements.map((statement) => [JSON.stringify(statement), statement]));
  return statementLines([...unique.values()], '+', direction);
}

/** What an edition made of a requirement that the edition before it does not hold, or that it does not hold itself. */
function notHeldRows(edition: string, { before, after }: Change): Section['rows'] {
  if (!after) return rowsOf(edition, 'not held', []);
  if (before) return rowsOf(edition, 'unchanged as far as both hold it', []);
  return rowsOf(edition, 'held', allLines(after));
}

function changeRows(edition: string, change: Change): Section['rows'] {
  if (change.kind === 'not-held') return notHeldRows(edition, change);
  return rowsOf(edition, change.kind === 'changed' ? change.impacts.join(', ') : change.kind, changeLines(change));
}

/** A requirement through the editions: what it first asked for, and what each edition changed. */
export function historyReport({ requirement, purpose, scope, versions, changes, retired }: History): Report {
  const [first] = versions;
  const rows = editions.flatMap(({ id }): Section['rows'] => {
    const change = changes.find(({ to }) => to === id);
    if (change) return changeRows(id, change);
    const version = versions.find(({ edition }) => edition === id);
    if (!version) return [];
    return version === first ? rowsOf(id, 'oldest', allLines(version.requirement)) : rowsOf(id, 'unchanged', []);
  });
  return {
    title: `${requirement}: ${purpose.en} (${scope})`,
    sections: [{ title: retired ? `Retired ${retired.date}` : 'Editions', columns, rows }],
    ...(retired && {
      advice: [{ text: retired.note, about: retired.successor === undefined ? [] : [retired.successor] }],
    }),
  };
}
