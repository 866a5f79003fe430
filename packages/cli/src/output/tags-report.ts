import type { AffectedRule, ServiceTagDiff } from '@azureml-firewall/service-tags';
import type { Report, ReportColumn, Section } from './report.js';

const tag: ReportColumn = { title: 'tag', code: true };
const prefixes: ReportColumn = { title: 'prefixes', clips: true, code: true };
const count: ReportColumn = { title: 'count' };

const changes = [tag, { title: '±' }, count, prefixes];
const lists = [tag, count, prefixes];
const rules = [
  { title: 'rule or route', code: true },
  { title: 'tags', clips: true, code: true },
];

function changeRows({ changed }: ServiceTagDiff): Section['rows'] {
  return changed
    .filter(({ regrouped }) => !regrouped)
    .flatMap(({ tag: name, added, removed }) => [
      ...(removed.length > 0 ? [[name, '−', String(removed.length), removed.join(', ')]] : []),
      ...(added.length > 0 ? [[name, '+', String(added.length), added.join(', ')]] : []),
    ]);
}

function listRows(tags: ServiceTagDiff['created']): Section['rows'] {
  return tags.map((one) => [one.tag, String(one.prefixes.length), one.prefixes.join(', ')]);
}

function summaryOf({ changed, created, gone }: ServiceTagDiff): string {
  const regrouped = changed.filter((one) => one.regrouped).length;
  const counts = [
    [changed.length - regrouped, 'changed'],
    [created.length, 'new'],
    [gone.length, 'gone'],
    [regrouped, 'with other prefixes and the same addresses'],
  ] as const;
  const some = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return some.length > 0 ? some.join(', ') : 'no differences';
}

/** What changed from one tag document to another, and which rules of a policy that touches, where one was given. */
export function tagsReport(diff: ServiceTagDiff, affected: readonly AffectedRule[] = []): Report {
  return {
    title: `Service tags from ${diff.from} to ${diff.to}: ${summaryOf(diff)}`,
    sections: [
      {
        title: 'Rules whose addresses change',
        columns: rules,
        rows: affected.map(({ id, tags }) => [id, tags.join(', ')]),
      },
      { title: 'Changed', columns: changes, rows: changeRows(diff) },
      { title: 'New', columns: lists, rows: listRows(diff.created) },
      { title: 'Gone', columns: lists, rows: listRows(diff.gone) },
      {
        title: 'Other prefixes, the same addresses: nothing to do',
        columns: [tag],
        rows: diff.changed.filter(({ regrouped }) => regrouped).map((one) => [one.tag]),
      },
    ],
  };
}
