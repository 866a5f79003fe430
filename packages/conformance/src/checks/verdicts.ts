import { destinationText, entriesOf, type Action, type Entry } from '@azureml-firewall/rule-model';
import type { Outcome } from '@azureml-firewall/renderer-kit';
import type { Reader, Trial } from '../adapter.js';
import { check, skipped, type Check, type Faults } from '../check.js';
import { alone, asks } from '../probes/oracle.js';
import { probesOf, probesOfAll, type Probe } from '../probes/probes.js';
import { worldOf, type World } from '../probes/world.js';
import type { Suite } from '../suite.js';
import { inEach } from './in-each.js';

/** What a verdict promises of one connection: whether it may be matched, and whether it has to be. */
const promises: Readonly<Record<Outcome, (asked: boolean) => { readonly must: boolean; readonly may: boolean }>> = {
  exact: (asked) => ({ must: asked, may: asked }),
  widened: (asked) => ({ must: asked, may: true }),
  narrowed: (asked) => ({ must: false, may: asked }),
  approximated: () => ({ must: false, may: true }),
  omitted: () => ({ must: false, may: false }),
};

function probeText({ direction, protocol, source, host, address, port, path }: Probe): string {
  const named = host === null ? '' : ` as ${host}${path ?? ''}`;
  return `${direction} ${protocol} from ${source} to ${address}:${String(port)}${named}`;
}

interface ReadBack {
  readonly decide: (probe: Probe) => Action | undefined;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Destinations of which a finding on the whole tells, beside their verdicts. */
  readonly told: ReadonlySet<string>;
}

/** What is printed for a trial, read back. */
function readBack<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  read: Reader<Options>,
  trial: Trial<Options>,
  world: World,
): ReadBack {
  const { artifacts, outcomes, diagnostics, model } = suite.render(trial);
  const decide = read({ artifacts, feeds: suite.feeds(trial, model), options: suite.optionsOf(trial), world });
  const told = diagnostics.flatMap(({ data }) => (data['entry'] === undefined ? String(data['destination']) : []));
  return { decide, outcomes: new Map(outcomes.map(({ entry, outcome }) => [entry, outcome])), told: new Set(told) };
}

/** An entry rendered by itself, with what was promised of it. */
interface Part {
  readonly entry: Entry;
  readonly outcome: Outcome;
  readonly decide: (probe: Probe) => Action | undefined;
  readonly asks: (probe: Probe) => boolean;
}

function partOf<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  read: Reader<Options>,
  trial: Trial<Options>,
  entry: Entry,
  world: World,
): Part {
  const single = { ...trial, policy: alone(entry, trial.policy) };
  const { decide, outcomes } = readBack(suite, read, single, world);
  return { entry, outcome: outcomes.get(entry.id) ?? 'omitted', decide, asks: asks(entry, trial.policy, world) };
}

/** Where an entry by itself does other than its verdict says. */
function partFaults({ entry, outcome, decide, asks: isAsked }: Part, probes: readonly Probe[]): Faults {
  const { action } = entry.rule;
  const promised = promises[outcome];
  return probes.flatMap((probe) => {
    const answer = decide(probe);
    const asked = isAsked(probe);
    const { must, may } = promised(asked);
    const isBroken = answer === undefined ? must : !may || answer !== action;
    if (!isBroken) return [];
    const words = `${asked ? 'asked' : 'not asked'} and ${answer === undefined ? 'not matched' : `matched (${answer})`}`;
    return [`${entry.id} is said to be ${outcome}: ${words}, ${probeText(probe)}`];
  });
}

/** What the whole may do with a connection, given what its parts do by themselves and what became of their verdicts. */
function possibleAnswers(
  parts: readonly Part[],
  { outcomes, told }: ReadBack,
  probe: Probe,
): ReadonlySet<Action | undefined> {
  const possible = new Set<Action | undefined>();
  for (const { entry, outcome, decide, asks: isAsked } of parts) {
    const { action } = entry.rule;
    const now = outcomes.get(entry.id) ?? 'omitted';
    const same = now === outcome && !told.has(destinationText(entry.destination));
    const { must, may } = same ? { must: false, may: false } : promises[now](isAsked(probe));
    if (must || (same && decide(probe) !== undefined)) return possible.add(action);
    if (may) possible.add(action);
  }
  return possible.add(undefined);
}

/** Where a policy as a whole does other than its entries one by one, in their order. */
function wholeFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  read: Reader<Options>,
  trial: Trial<Options>,
): Faults {
  const world = worldOf(trial.policy);
  const entries = entriesOf(trial.policy);
  const whole = readBack(suite, read, trial, world);
  const parts = entries.map((entry) => partOf(suite, read, trial, entry, world));
  return probesOfAll(entries, world, suite.adapter).flatMap((probe) => {
    const answer = whole.decide(probe);
    const possible = possibleAnswers(parts, whole, probe);
    if (possible.has(answer)) return [];
    const words = [...possible].map((one) => one ?? 'no match').join(' or ');
    return [`${answer ?? 'no match'} in place of ${words}, ${probeText(probe)}`];
  });
}

/** Where the entries of a trial, each rendered by itself, do other than their verdicts say. */
export function verdictFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  read: Reader<Options>,
  trial: Trial<Options>,
): Faults {
  return entriesOf(trial.policy).flatMap((entry) => {
    const world = worldOf(alone(entry, trial.policy));
    return partFaults(partOf(suite, read, trial, entry, world), probesOf(entry, world, suite.adapter));
  });
}

const names = {
  alone: 'verdicts: what is printed for an entry permits what its verdict says',
  whole: 'verdicts: a policy does what its entries do, in their order',
};

/** Verdicts against a device that decides by what is printed: on both sides of what was asked. */
export function verdictChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { read } = suite.adapter;
  if (!read)
    return Object.values(names).map((name) =>
      skipped(name, 'the adapter has no reader, so that verdicts are unproven'),
    );
  return [
    check(names.alone, () => inEach(suite.trials, (trial) => verdictFaults(suite, read, trial))),
    check(names.whole, () => inEach(suite.trials, (trial) => wholeFaults(suite, read, trial))),
  ];
}
