import { normalize, type Policy, type Rule } from '@azureml-firewall/rule-model';
import type { Rendering } from '@azureml-firewall/renderer-kit';
import type { Trial } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import { firstDifference } from '../first-difference.js';
import type { Suite } from '../suite.js';
import { watched } from '../traps.js';
import { inEach } from './in-each.js';

/** Every other item from the end, then the rest: another order without chance. */
function shuffled<T>(items: readonly T[]): readonly T[] {
  const backwards = items.toReversed();
  return [...backwards.filter((_, i) => i % 2 === 1), ...backwards.filter((_, i) => i % 2 === 0)];
}

/** The same rule with its lists in another order: they are sets. */
function shuffledRule(rule: Rule): Rule {
  const { coveredBy, covering, ...rest } = rule;
  return {
    ...rest,
    sources: shuffled(rule.sources),
    destinations: shuffled(rule.destinations),
    services: shuffled(rule.services),
    origins: shuffled(rule.origins),
    ...(coveredBy && { coveredBy: shuffled(coveredBy) }),
    ...(covering && { covering: shuffled(covering) }),
  };
}

function shuffledPolicy(policy: Policy): Policy {
  const collections = policy.collections.map((one) => ({ ...one, rules: one.rules.map(shuffledRule) }));
  return { ...policy, collections };
}

/** The same value with the keys of every object in another order. */
function withOtherKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withOtherKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, withOtherKeys(inner)]);
  return Object.fromEntries(shuffled(entries)) as T;
}

/** What of a rendering has to be the same. */
function bytesOf({ artifacts, outcomes, diagnostics }: Rendering<unknown>): string {
  return JSON.stringify({ artifacts, outcomes, diagnostics }, undefined, 1);
}

/** The verdicts of a rendering, whatever their order. */
function verdictsOf({ outcomes }: Rendering<unknown>): string {
  return outcomes
    .map(({ entry, outcome, finding }) => `${entry} ${outcome} ${finding?.code ?? ''}`)
    .toSorted()
    .join('\n');
}

/** What differs between the renderings of a trial and of the same policy written otherwise. */
export function orderFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { policy } = trial;
  const [first, again] = [bytesOf(suite.render(trial)), bytesOf(suite.render(trial))];
  const other = bytesOf(suite.render({ ...trial, policy: withOtherKeys(policy) }));
  const sorted = bytesOf(suite.render({ ...trial, policy: normalize(shuffledPolicy(policy)) }));
  const asIs = verdictsOf(suite.render({ ...trial, policy: shuffledPolicy(policy) }));
  return [
    ...firstDifference('a second rendering', first, again),
    ...firstDifference('the keys of the input in another order', first, other),
    ...firstDifference(
      'the lists of the input in another order, normalized',
      bytesOf(suite.render({ ...trial, policy: normalize(policy) })),
      sorted,
    ),
    ...firstDifference('the verdicts on lists in another order', verdictsOf(suite.render(trial)), asIs),
  ];
}

/** The same input, the same bytes: in whatever order it is written, and wherever and whenever it is rendered. */
export function deterministicChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  return [
    check('the same bytes: rendered again, and from input in another order', () =>
      inEach(suite.trials, (trial) => orderFaults(suite, trial)),
    ),
    check('the same bytes: at every time and place, without a look at clock, time zone, locale or chance', () =>
      inEach(suite.trials, (trial) => watched(() => suite.render(trial)).touched.map((name) => `touches ${name}`)),
    ),
  ];
}
