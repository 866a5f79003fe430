import { stableName } from '@azureml-firewall/renderer-kit';
import { policyName } from '../limits.js';
import type { FirewallPolicy, FortiConfig } from '../model.js';
import { policyEdit } from '../print/policy.js';
import type { Edit } from '../print/statement.js';
import { editsOf } from '../print/tables.js';
import { grown, narrowed, renamed, stopped } from './between.js';
import { isDeny, versionsOf, type Course, type Plan, type Versions } from './course.js';
import { keyOf } from './match.js';

/** The objects of each table, in the order in which they are printed. */
export type Stage = ReadonlyMap<string, readonly Edit[]>;

/** The stages by name, in their order. */
export type Stages = Readonly<
  Record<'before' | 'made' | 'tight' | 'denying' | 'regrouped' | 'allowing' | 'loose' | 'after', Stage>
>;

const policies = 'firewall policy';

function stageOf(config: FortiConfig): Stage {
  return new Map(editsOf(config).map(({ path, edits }) => [path, [...edits]]));
}

/** Each table but that of the policies, object by object; `undefined` leaves one out. */
function mapObjects(
  before: Stage,
  after: Stage,
  make: (path: string, old?: Edit, now?: Edit) => Edit | undefined,
): Stage {
  return new Map(
    [...after].map(([path, edits]) => {
      const olds = before.get(path) ?? [];
      if (path === policies) return [path, olds];
      const old = new Map(olds.map((edit) => [edit.key.text, edit]));
      const now = new Map(edits.map((edit) => [edit.key.text, edit]));
      const keys = [...new Set([...old.keys(), ...now.keys()])];
      return [path, keys.flatMap((key) => make(path, old.get(key), now.get(key)) ?? [])];
    }),
  );
}

function withPolicies(stage: Stage, edits: readonly Edit[]): Stage {
  return new Map([...stage, [policies, edits]]);
}

/** The name of a policy that has to go aside: two of one name may be refused, and another gets this one's. */
function asideName({ name, id }: FirewallPolicy, owners: ReadonlyMap<string, number>): string | undefined {
  if ((owners.get(name) ?? id) === id) return undefined;
  return stableName(`${name}-${id}`, { limit: policyName.value, illegal: /[^A-Za-z0-9._-]/g, fill: '_' });
}

/** A policy while groups change: the old one, as far as it is to be in force. */
function held(old: Edit, { previous, next }: Versions, course: Course): Edit {
  if (course === 'stopped') return stopped(old);
  if (!previous || !next) return old;
  const now = policyEdit(next);
  if (course === 'narrowed first') return narrowed(old, now) ?? stopped(old);
  return isDeny(previous) && isDeny(next) ? grown(old, now) : old;
}

/** The policies while groups change: those that go aside first, new ones last. */
function earlyPolicies(all: readonly Versions[], next: FortiConfig, { courseOf }: Plan): readonly Edit[] {
  const owners = new Map(next.policies.map(({ name, id }) => [name, id]));
  const asides: Edit[] = [];
  const others: Edit[] = [];
  for (const both of all) {
    const { previous, next: now } = both;
    // What denies in the end does so from the beginning.
    if (now && isDeny(now) && !(previous && isDeny(previous))) others.push(policyEdit(now));
    else if (previous) {
      const edit = held(policyEdit(previous), both, courseOf(previous.id));
      const name = asideName(previous, owners);
      (name === undefined ? others : asides).push(name === undefined ? edit : renamed(edit, name));
    }
  }
  return [...asides, ...others];
}

/** The policies when the groups of those that allow are as they will be; new ones first, to take over what others lose. */
function latePolicies(all: readonly Versions[], early: readonly Edit[], { courseOf }: Plan): readonly Edit[] {
  const held = new Map(early.map((edit) => [edit.key.text, edit]));
  const edits = all.map(({ previous, next }) => {
    const course = next && courseOf(next.id);
    const now = next && (course === 'stopped' ? stopped(policyEdit(next)) : policyEdit(next));
    const waits = course === undefined || course === 'stopped' || course === 'grown first';
    const old = held.get(String((next ?? previous)?.id));
    return { edit: waits ? (old ?? now) : now, isNew: !previous };
  });
  return [...edits.filter(({ isNew }) => isNew), ...edits.filter(({ isNew }) => !isNew)].flatMap(
    ({ edit }) => edit ?? [],
  );
}

/**
 * What stands on the device on the way from one configuration to another, each step a little closer, so that at no moment
 * anything passes that neither of the two lets pass: what is new and named by nothing; denials grow and allowing policies
 * shrink; groups change, those of denials first; allowing policies grow; denials shrink.
 */
export function stagesOf(previous: FortiConfig, next: FortiConfig, plan: Plan): Stages {
  const [before, after] = [stageOf(previous), stageOf(next)];
  const all = [...versionsOf(previous, next).values()];
  const isDenied = (path: string, edit: Edit): boolean => plan.denied.has(keyOf(path, edit.key.text));
  const early = earlyPolicies(all, next, plan);
  const made = mapObjects(before, after, (_path, old, now) => old ?? now);
  const tight = withPolicies(made, early);
  const denying = mapObjects(tight, after, (path, old, now) =>
    old && now && isDenied(path, now) ? grown(old, now) : (old ?? now),
  );
  const regrouped = mapObjects(denying, after, (path, old, now) => (now && !isDenied(path, now) ? now : old));
  const allowing = withPolicies(regrouped, latePolicies(all, early, plan));
  const loose = mapObjects(allowing, after, (_path, old, now) => now ?? old);
  return { before, made, tight, denying, regrouped, allowing, loose, after };
}
