import type { compareEditions } from '@azureml-firewall/catalog';
import type { DataChange, Level } from './data-change.js';

/** A change of something that stands in an edition by an id. */
type ItemChange = Omit<DataChange, 'edition'>;

/** Fields that speak to people, or say where something is printed. */
const remarks = new Set(['purpose', 'text', 'title', 'note', 'at']);

function saysTheSame(before: object | undefined, after: object | undefined): boolean {
  const [old, now] = [before, after].map((item) =>
    JSON.stringify(Object.entries(item ?? {}).filter(([name]) => !remarks.has(name))),
  );
  return old === now;
}

function itemLevel(kind: string, before: object | undefined, after: object | undefined): Level {
  if (kind === 'added') return 'addition';
  return saysTheSame(before, after) ? 'editorial' : 'breaking';
}

/** What an edition holds by id beside its requirements, as far as its diff tells of it. */
export function itemsOf({
  routes,
  inCluster,
  prerequisites,
}: ReturnType<typeof compareEditions>): readonly ItemChange[] {
  const groups = [
    ['route', routes],
    ['traffic inside the cluster', inCluster],
    ['prerequisite', prerequisites],
  ] as const;
  return groups.flatMap(([what, group]) =>
    group.map(({ item: subject, kind, before, after }): ItemChange => {
      const became = kind === 'added' ? 'is new' : kind === 'removed' ? 'is gone' : 'has changed';
      return { level: itemLevel(kind, before, after), subject, text: `(${what}) ${became}.` };
    }),
  );
}
