import type { Policy } from '@azureml-firewall/rule-model';
import { check, type Check, type Faults } from '../check.js';
import type { Trial } from '../adapter.js';
import { firstDifference } from '../first-difference.js';
import type { Suite } from '../suite.js';
import { inEach } from './in-each.js';

/** The value with every object in it frozen: who changes it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What a renderer does to its input, or makes of a copy that went through JSON. */
export function purityFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const before = JSON.stringify(trial);
  const given = {
    policy: frozen(copyOf<Policy>(trial.policy)),
    ...(trial.options && { options: frozen({ ...trial.options }) }),
  };
  const { artifacts, outcomes } = suite.render(trial);
  const other = suite.render(given);
  const text = (one: Pick<typeof other, 'artifacts' | 'outcomes'>): string => JSON.stringify(one, undefined, 1);
  return [
    ...firstDifference('the input', before, JSON.stringify(trial)),
    ...firstDifference(
      'a frozen copy through JSON',
      text({ artifacts, outcomes }),
      text({ artifacts: other.artifacts, outcomes: other.outcomes }),
    ),
  ];
}

/** Plain data in, and left alone. */
export function pureChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  return [
    check('pure: input may be frozen, comes through JSON as the same, and is left alone', () =>
      inEach(suite.trials, (trial) => purityFaults(suite, trial)),
    ),
  ];
}
