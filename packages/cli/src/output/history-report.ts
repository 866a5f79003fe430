import {
  editions,
  predicateText,
  type Change,
  type History,
  type Requirement,
  type RequirementHistory,
  type RouteFact,
  type RouteHistory,
  type Statement,
  type Tombstone,
} from '@azureml-firewall/catalog';
import type { Report, ReportColumn, Section } from './report.js';
import { changeLines, statementLines, type StatementLine } from './statement-lines.js';

type Rows = Section['rows'];

const columns: readonly ReportColumn[] = [
  { title: 'edition' },
  { title: 'change' },
  { title: '±' },
  { title: 'destination', clips: true, code: true },
  { title: 'services', code: true },
  { title: 'clouds' },
  { title: 'only if', clips: true, code: true },
];
const routeColumns: readonly ReportColumn[] = [
  { title: 'edition' },
  { title: 'change' },
  { title: 'service tag', code: true },
  { title: 'by address', clips: true, code: true },
  { title: 'only if', clips: true, code: true },
];

function rowsOf(edition: string, change: string, lines: readonly StatementLine[]): Rows {
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
function notHeldRows(edition: string, { before, after }: Change): Rows {
  if (!after) return rowsOf(edition, 'not held', []);
  if (before) return rowsOf(edition, 'unchanged as far as both hold it', []);
  return rowsOf(edition, 'held', allLines(after));
}

function changeRows(edition: string, change: Change): Rows {
  if (change.kind === 'not-held') return notHeldRows(edition, change);
  return rowsOf(edition, change.kind === 'changed' ? change.impacts.join(', ') : change.kind, changeLines(change));
}

/** An id through the editions: in each, what changed, what it first asked for, or that nothing did. */
function editionRows(
  versions: readonly { readonly edition: string }[],
  changed: (edition: string) => Rows | undefined,
  first: (edition: string) => Rows,
): Rows {
  return editions.flatMap(({ id }): Rows => {
    const rows = changed(id);
    if (rows) return rows;
    const at = versions.findIndex(({ edition }) => edition === id);
    if (at < 0) return [];
    return at === 0 ? first(id) : [[id, 'unchanged']];
  });
}

function requirementRows({ versions, changes }: RequirementHistory): Rows {
  return editionRows(
    versions,
    (edition) => {
      const change = changes.find(({ to }) => to === edition);
      return change && changeRows(edition, change);
    },
    (edition) => rowsOf(edition, 'oldest', versions[0] ? allLines(versions[0].requirement) : []),
  );
}

function routeRow(edition: string, change: string, { tag, byAddress, when }: RouteFact): readonly string[] {
  return [edition, change, tag, byAddress.join(', '), when ? predicateText(when) : ''];
}

function routeRows({ versions, changes }: RouteHistory): Rows {
  return editionRows(
    versions,
    (edition) => {
      const change = changes.find(({ to }) => to === edition);
      const fact = change?.after ?? change?.before;
      return change && fact && [routeRow(edition, change.kind, fact)];
    },
    (edition) => (versions[0] ? [routeRow(edition, 'oldest', versions[0].route)] : []),
  );
}

function reportOf(title: string, section: Omit<Section, 'title'>, retired: Tombstone | undefined): Report {
  return {
    title,
    sections: [{ title: retired ? `Retired ${retired.date}` : 'Editions', ...section }],
    ...(retired && {
      advice: [{ text: retired.note, about: retired.successor === undefined ? [] : [retired.successor] }],
    }),
  };
}

/** A requirement or a route through the editions: what it first asked for, and what each edition changed. */
export function historyReport(found: History): Report {
  const { purpose, retired } = found;
  return found.kind === 'requirement'
    ? reportOf(`${found.requirement}: ${purpose} (${found.scope})`, { columns, rows: requirementRows(found) }, retired)
    : reportOf(`${found.route}: ${purpose} (route)`, { columns: routeColumns, rows: routeRows(found) }, retired);
}
