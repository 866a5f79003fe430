import type { Policy, Rule } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { Trial } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';
import { rule } from '../write.js';
import { inEach } from './in-each.js';

/** A requirement that shares nothing with any fixture. */
const unrelated = rule('unrelated', ['unrelated.test', '203.0.113.240/28'], ['tcp/7443', 'udp/7777'], {
  sources: [{ kind: 'cidr', prefix: '10.77.0.0/16' }],
});

function withRule(policy: Policy, place: (rules: readonly Rule[]) => readonly Rule[], at: number): Policy {
  const collections = policy.collections.map((one, i) => (i === at ? { ...one, rules: place(one.rules) } : one));
  return { ...policy, collections };
}

/** The policy with one requirement more, next to rules of the same action: before and behind the first of them. */
function extended(policy: Policy): readonly Policy[] {
  const isAlike = ({ action, direction }: Rule): boolean => action === 'allow' && direction === 'outbound';
  const at = policy.collections.findIndex(({ rules }) => rules.some(isAlike));
  if (at < 0) return [];
  return [0, 1].map((offset) =>
    withRule(policy, (rules) => rules.toSpliced(rules.findIndex(isAlike) + offset, 0, unrelated), at),
  );
}

/** The lines of all files, without what only separates them from the next. */
function linesOf(artifacts: readonly Artifact[], volatile: RegExp | undefined): readonly string[] {
  return artifacts.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line) => line.trim().replace(/,$/, ''))
      .filter((line) => line !== '')
      .map((line) => `${path}: ${line}`)
      .filter((line) => volatile?.test(line) !== true),
  );
}

/** Lines of the one that the other lacks, each as often as it is missing. */
function missing(of: readonly string[], from: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of from) counts.set(line, (counts.get(line) ?? 0) + 1);
  return of.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left < 1;
  });
}

/** What one requirement more or less does to the lines of others. */
export function stabilityFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { volatile } = suite.adapter;
  const before = linesOf(suite.render(trial).artifacts, volatile);
  return extended(trial.policy).flatMap((policy) => {
    const after = linesOf(suite.render({ ...trial, policy }).artifacts, volatile);
    return missing(before, after).map((line) => `with one requirement more this line is another: ${line}`);
  });
}

/** Names and lines follow from what they are for, and from nothing else. */
export function stableChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  return [
    check('stable: one requirement more or less changes no line of another', () =>
      inEach(suite.trials, (trial) => stabilityFaults(suite, trial)),
    ),
  ];
}
