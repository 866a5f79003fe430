import type { Trial } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';
import { inEach } from './in-each.js';

/** Places of JSON that hold a list with nothing in it. */
function emptyLists(value: unknown, path: string): Faults {
  if (Array.isArray(value))
    return value.length === 0 ? [path] : value.flatMap((item, i) => emptyLists(item, `${path}[${String(i)}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyLists(inner, `${path}.${key}`));
}

/** Files without a rule, and lists without a member: to one device they mean nothing, to the next everything. */
export function emptyFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { artifacts, outcomes } = suite.render(trial);
  const isNothing = outcomes.every(({ outcome }) => outcome === 'omitted') && trial.policy.routes.length === 0;
  if (isNothing) return artifacts.map(({ path }) => `${path} is printed although nothing of the policy is`);
  return artifacts.flatMap(({ path, text }) => [
    ...(text.trim() === '' ? [`${path} is empty`] : []),
    ...(path.endsWith('.json') ? emptyLists(JSON.parse(text), '') : []).map(
      (at) => `${path} has an empty list at ${at}`,
    ),
  ]);
}

/** Nothing that is empty is printed. */
export function emptyChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  return [
    check('nothing empty: no file without a rule, no list without a member', () =>
      inEach(suite.trials, (trial) => emptyFaults(suite, trial)),
    ),
  ];
}
