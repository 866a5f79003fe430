import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { Device, Trial } from '../adapter.js';
import { check, skipped, type Check, type Faults } from '../check.js';
import { fixtures } from '../fixtures/index.js';
import { firstDifference } from '../first-difference.js';
import type { Suite } from '../suite.js';
import { inEach } from './in-each.js';

interface Pair<Options> {
  readonly name: string;
  readonly previous: Trial<Options>;
  readonly next: Trial<Options>;
}

/** Each fixture of a change, there and back, and from and to the fixture beside it. */
function pairsOf<Model, Options, Code extends string>({
  variants,
}: Suite<Model, Options, Code>): readonly Pair<Options>[] {
  return variants.flatMap(([variant, options]) => {
    const of = (name: string, before: Trial<Options>['policy'], after: Trial<Options>['policy']): Pair<Options> => ({
      name: [variant, name].filter(Boolean).join(', '),
      previous: { policy: before, options },
      next: { policy: after, options },
    });
    return fixtures.flatMap(({ id, policy, previous }, i) => {
      const neighbour = fixtures[i + 1];
      return [
        ...(previous ? [of(id, previous, policy), of(`${id}, back`, policy, previous)] : []),
        ...(neighbour?.policy.cloud === policy.cloud ? [of(`${id} to ${neighbour.id}`, policy, neighbour.policy)] : []),
      ];
    });
  });
}

/** The texts that are commands; what else is printed beside them is not for the device. */
function textsOf(artifacts: readonly Artifact[]): readonly string[] {
  return artifacts.map(({ text }) => text);
}

function state<Options>({ apply, foreign }: Device<Options>, options: Options, texts: readonly string[]): string {
  const theirs = foreign?.(options);
  return JSON.stringify(apply([...(theirs === undefined ? [] : [theirs]), ...texts], options), undefined, 1);
}

function undoFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  undo: (trial: Trial<Options>) => readonly Artifact[],
  device: Device<Options>,
  trial: Trial<Options>,
): Faults {
  const options = suite.optionsOf(trial);
  const after = [...textsOf(suite.render(trial).artifacts), ...textsOf(undo(trial))];
  return firstDifference('after the undo', state(device, options, []), state(device, options, after));
}

function updateFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  update: NonNullable<Suite<Model, Options, Code>['update']>,
  device: Device<Options>,
  { previous, next }: Pair<Options>,
): Faults {
  const options = suite.optionsOf(next);
  const after = [...textsOf(suite.render(previous).artifacts), ...textsOf(update(previous, next))];
  const fresh = textsOf(suite.render(next).artifacts);
  return firstDifference('after the update', state(device, options, fresh), state(device, options, after));
}

const names = {
  nothing: 'update: nothing is printed when nothing changes',
  update: 'update: makes of the previous configuration the next one, and touches nothing else',
  undo: 'undo: leaves nothing of ours and touches nothing else',
};

function updateChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  const { update, adapter } = suite;
  if (!update) return [skipped(names.update, 'the renderer prints no updates')];
  const { device } = adapter;
  return [
    check(names.nothing, () =>
      inEach(suite.trials, (trial) => update(trial, trial).map(({ path }) => `${path} is printed`)),
    ),
    device
      ? check(names.update, () => inEach(pairsOf(suite), (pair) => updateFaults(suite, update, device, pair)))
      : skipped(names.update, 'the adapter has no device'),
  ];
}

/** Commands that undo and update, on a device that takes them. */
export function changeChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { undo, adapter } = suite;
  if (!undo) return [...updateChecks(suite), skipped(names.undo, 'the renderer prints no undo')];
  const { device } = adapter;
  return [
    ...updateChecks(suite),
    device
      ? check(names.undo, () => inEach(suite.trials, (trial) => undoFaults(suite, undo, device, trial)))
      : skipped(names.undo, 'the adapter has no device'),
  ];
}
