import * as fc from 'fast-check';
import type { Policy } from '@azureml-firewall/rule-model';
import type { Trial } from '../adapter.js';
import { check, skipped, type Check, type Faults } from '../check.js';
import { policies, singles } from '../random/policies.js';
import type { Suite } from '../suite.js';
import { accountFaults } from './account.js';
import { orderFaults } from './deterministic.js';
import { emptyFaults } from './empty.js';
import { purityFaults } from './pure.js';
import { placeFaults } from './spans.js';
import { verdictFaults } from './verdicts.js';

/** The same trials in every run, and as many that are new in each. */
const fixedSeed = 20_261_125;
const runs = 60;

function run<Options>(
  variants: readonly (readonly [string, Partial<Options>])[],
  policy: fc.Arbitrary<Policy>,
  find: (trial: Trial<Options>) => Faults,
  seed: number | undefined,
): Faults {
  const trials = fc.tuple(policy, fc.constantFrom(...variants));
  const property = fc.property(trials, ([given, [, options]]) => {
    const [first] = find({ policy: given, options });
    if (first !== undefined) throw new Error(first);
  });
  const {
    failed,
    counterexample,
    errorInstance,
    seed: used,
  } = fc.check(property, {
    numRuns: runs,
    ...(seed !== undefined && { seed }),
  });
  if (!failed || !counterexample) return [];
  const [[given, [variant, options]]] = counterexample;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const where = `seed ${String(used)}${variant === '' ? '' : `, ${variant}`}`;
  return [`${where}: ${why}\nof the policy ${JSON.stringify(given)}\nwith the options ${JSON.stringify(options)}`];
}

function randomCheck<Model, Options, Code extends string>(
  { variants, adapter }: Suite<Model, Options, Code>,
  name: string,
  policy: fc.Arbitrary<Policy>,
  find: (trial: Trial<Options>) => Faults,
): Check {
  return check(`random policies: ${name}`, () => [
    ...run(variants, policy, find, fixedSeed),
    ...run(variants, policy, find, adapter.seed),
  ]);
}

/** What holds for the fixtures holds for policies that nobody thought of; a failure names its seed. */
export function randomChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { read } = suite.adapter;
  const verdicts = 'what is printed for an entry permits what its verdict says';
  return [
    randomCheck(suite, 'the account holds, files are plain, and nothing is empty', policies, (trial) => [
      ...accountFaults(suite, trial),
      ...placeFaults(suite, trial),
      ...emptyFaults(suite, trial),
    ]),
    randomCheck(suite, 'the same bytes in any order, and input is left alone', policies, (trial) => [
      ...orderFaults(suite, trial),
      ...purityFaults(suite, trial),
    ]),
    read
      ? randomCheck(suite, verdicts, singles, (trial) => verdictFaults(suite, read, trial))
      : skipped(`random policies: ${verdicts}`, 'the adapter has no reader'),
  ];
}
