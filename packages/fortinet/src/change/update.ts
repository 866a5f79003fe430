import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { FortiConfig, FortiModel } from '../model.js';
import type { Edit, Statement, Table } from '../print/statement.js';
import { editsOf } from '../print/tables.js';
import { writeAll } from '../print/text.js';
import { deletion, diffBody } from './diff-body.js';
import { movesFor } from './moves.js';

function table(path: string, body: readonly Statement[]): readonly Table[] {
  return body.length > 0 ? [{ kind: 'config', path, body }] : [];
}

function gone(previous: readonly Edit[], next: readonly Edit[]): readonly Edit[] {
  const kept = new Set(next.map(({ key }) => key.text));
  return previous.filter(({ key }) => !kept.has(key.text));
}

/** Policies whose name another id gets: two policies of one name may be refused, so that these go first. */
function inTheWay(previous: FortiConfig, next: FortiConfig): ReadonlySet<string> {
  const ids = new Map(next.policies.map(({ name, id }) => [name, id]));
  const kept = new Set(next.policies.map(({ id }) => id));
  const found = previous.policies.filter(({ name, id }) => !kept.has(id) && (ids.get(name) ?? id) !== id);
  return new Set(found.map(({ id }) => String(id)));
}

/**
 * The commands from one configuration to another: what is new or changed in the order in which things name each other,
 * then what is gone in the reverse, so that every command finds what it names and nothing is deleted while in use.
 */
function changes(previous: FortiConfig, next: FortiConfig): readonly Table[] {
  const before = new Map(editsOf(previous).map(({ path, edits }) => [path, edits]));
  const tables = editsOf(next).map(({ path, edits }) => ({ path, edits, old: before.get(path) ?? [] }));
  const first = inTheWay(previous, next);
  const idsOf = ({ policies }: FortiConfig): readonly number[] => policies.map(({ id }) => id);
  const moves = movesFor(idsOf(previous), idsOf(next), next.moveBefore);
  const made = tables.flatMap(({ path, edits, old }) => {
    const body = diffBody(old, edits).filter(({ kind }) => kind === 'edit');
    return table(path, path === 'firewall policy' ? [...body, ...moves] : body);
  });
  const removed = tables.toReversed().flatMap(({ path, edits, old }) => {
    const last = gone(old, edits).filter(({ key }) => path !== 'firewall policy' || !first.has(key.text));
    return table(
      path,
      last.toReversed().map(({ key }) => deletion(key)),
    );
  });
  const early = gone(before.get('firewall policy') ?? [], []).filter(({ key }) => first.has(key.text));
  return [
    ...table(
      'firewall policy',
      early.map(({ key }) => deletion(key)),
    ),
    ...made,
    ...removed,
  ];
}

function artifact(path: string, tables: readonly Table[], vdom: string | undefined): readonly Artifact[] {
  const { lines } = writeAll(tables, vdom);
  return lines.length === 0 ? [] : [{ path, text: `${lines.join('\n')}\n`, spans: [] }];
}

const nothing: FortiConfig = {
  externalResources: [],
  addresses: [],
  groups: [],
  services: [],
  serviceGroups: [],
  urlFilters: [],
  webFilterProfiles: [],
  policies: [],
};

/** The fewest commands from one rendering to the next; no file when nothing changes. */
export function update(previous: FortiModel, next: FortiModel): readonly Artifact[] {
  return artifact('update.conf', changes(previous.config, next.config), next.config.vdom);
}

/** The commands that delete all that was printed, what names others first. */
export function undo({ config }: FortiModel): readonly Artifact[] {
  return artifact('undo.conf', changes(config, nothing), config.vdom);
}
