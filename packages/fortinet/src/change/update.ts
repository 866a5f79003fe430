import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { FortiConfig, FortiModel } from '../model.js';
import { bare, type Command, type Table } from '../print/statement.js';
import { writeAll } from '../print/text.js';
import { isDeny, planOf } from './course.js';
import { deletion, diffBody } from './diff-body.js';
import { denialsFirst, intoOrder, type Ordered } from './order.js';
import { stagesOf, type Stage } from './stages.js';

/** What is to be made or changed from one stage to the next, in the order in which things name each other. */
function step(from: Stage, to: Stage, ofPolicies: readonly Command[] = []): readonly Table[] {
  return [...to].flatMap(([path, edits]): readonly Table[] => {
    const changes = diffBody(from.get(path) ?? [], edits).filter(({ kind }) => kind === 'edit');
    const body = path === 'firewall policy' ? [...changes, ...ofPolicies] : changes;
    return body.length > 0 ? [{ kind: 'config', path, body }] : [];
  });
}

/** Policies that go: those that allow at once, those that deny when nothing is left that they kept from passing. */
function deletedPolicies(previous: FortiConfig, next: FortiConfig, deny: boolean): readonly Command[] {
  const kept = new Set(next.policies.map(({ id }) => id));
  const gone = previous.policies.filter((policy) => !kept.has(policy.id) && isDeny(policy) === deny);
  return gone.toReversed().map(({ id }) => deletion(bare(id)));
}

/** What else goes, in the reverse order: nothing is deleted while it is named. */
function deletions(from: Stage, to: Stage): readonly Table[] {
  return [...from].toReversed().flatMap(([path, edits]): readonly Table[] => {
    const kept = new Set((to.get(path) ?? []).map(({ key }) => key.text));
    const gone = path === 'firewall policy' ? [] : edits.filter(({ key }) => !kept.has(key.text)).toReversed();
    return gone.length > 0 ? [{ kind: 'config', path, body: gone.map(({ key }) => deletion(key)) }] : [];
  });
}

interface Orders {
  readonly denials: Ordered;
  readonly all: Ordered;
  /** Whether a denial goes back behind what it went before, and so may pass what is to go. */
  readonly lets: boolean;
}

function ordersOf(previous: FortiConfig, next: FortiConfig): Orders {
  const [before, after] = [previous.policies, next.policies].map((list) => list.map(({ id }) => id));
  const idsOf = (policies: FortiConfig['policies']): Set<number> =>
    new Set(policies.filter(isDeny).map(({ id }) => id));
  const denials = denialsFirst(before ?? [], after ?? [], idsOf(next.policies), next.moveBefore);
  const all = intoOrder(denials.order, after ?? [], next.moveBefore);
  // One that denied before does so until the end.
  const ever = idsOf([...previous.policies, ...next.policies]);
  const lets = all.moves.some(({ words }) => ever.has(Number(words[1]?.text)));
  return { denials, all, lets };
}

/** Tables of one path that follow each other as one. */
function joined(tables: readonly Table[]): readonly Table[] {
  const all: Table[] = [];
  for (const table of tables) {
    const last = all.at(-1);
    if (last?.path === table.path) all[all.length - 1] = { ...last, body: [...last.body, ...table.body] };
    else all.push(table);
  }
  return all;
}

/** The commands from one configuration to another, of which each takes effect at once. */
function changes(previous: FortiConfig, next: FortiConfig): readonly Table[] {
  const { denials, all, lets } = ordersOf(previous, next);
  const stages = stagesOf(previous, next, planOf(previous, next, lets));
  return joined([
    ...step(stages.before, stages.made),
    ...step(stages.made, stages.tight, denials.moves),
    ...step(stages.tight, stages.denying),
    ...step(stages.denying, stages.regrouped),
    ...step(stages.regrouped, stages.allowing, [...all.moves, ...deletedPolicies(previous, next, false)]),
    ...step(stages.allowing, stages.loose),
    ...step(stages.loose, stages.after, deletedPolicies(previous, next, true)),
    ...deletions(stages.before, stages.after),
  ]);
}

function artifact(path: string, tables: readonly Table[], vdom: string | undefined): readonly Artifact[] {
  const { lines } = writeAll(tables, vdom);
  return lines.count() === 0 ? [] : [{ path, text: lines.text(), spans: [] }];
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
