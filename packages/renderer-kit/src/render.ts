import {
  checkPolicy,
  destinationText,
  entriesOf,
  serviceText,
  type Diagnostic,
  type Entry,
  type Policy,
} from '@azureml-firewall/rule-model';
import type { Artifact } from './contract/artifact.js';
import type { Context, LowerAny, Placed, Renderer, Revision } from './contract/renderer.js';
import type { OutcomeRecord, Rendering } from './contract/rendering.js';
import { severityOf } from './contract/severity.js';
import type { Finding, Lowered, Outcome } from './contract/verdict.js';
import { RenderError } from './render-error.js';
import { refuseFaults, settleOptions } from './settle-options.js';

interface Settled<Node, Code extends string> {
  readonly entry: Entry;
  readonly lowered: Lowered<Node, Code>;
}

interface Verdict<Code extends string> {
  readonly outcome: Outcome;
  readonly finding?: Finding<Code>;
}

function lowerAll<Node, Options, Code extends string>(
  lower: Renderer<Node, unknown, Options, Code>['lower'],
  context: Context<Options>,
): readonly Settled<Node, Code>[] {
  return entriesOf(context.policy).map((entry) => {
    // The table is keyed by the kind that the entry has: the compiler can't follow the pair, the mapped type can.
    const answer = lower[entry.destination.kind] as LowerAny<Node, Options, Code>;
    return { entry, lowered: answer(entry, context) };
  });
}

function placedOf<Node, Code extends string>(settled: readonly Settled<Node, Code>[]): readonly Placed<Node>[] {
  return settled.flatMap(({ entry, lowered }) =>
    lowered.outcome === 'omitted' ? [] : [{ entry, outcome: lowered.outcome, nodes: lowered.nodes }],
  );
}

function verdictOf<Node, Code extends string>(lowered: Lowered<Node, Code>, revision?: Revision<Code>): Verdict<Code> {
  if (revision) return { outcome: revision.outcome, finding: revision.finding };
  return lowered.outcome === 'exact' ? { outcome: 'exact' } : { outcome: lowered.outcome, finding: lowered.finding };
}

function spansOf(artifacts: readonly Artifact[]): ReadonlyMap<string, Pick<OutcomeRecord, 'artifact' | 'lines'>> {
  const first = new Map<string, Pick<OutcomeRecord, 'artifact' | 'lines'>>();
  for (const { path, spans } of artifacts)
    for (const { entry, from, to } of spans)
      if (!first.has(entry)) first.set(entry, { artifact: path, lines: [from, to] });
  return first;
}

function diagnosticOf<Code extends string>(entry: Entry, { outcome, finding }: Verdict<Code>): Diagnostic<Code>[] {
  if (!finding) return [];
  const severity = severityOf(outcome, entry.rule.action, entry.rule.necessity);
  return [{ code: finding.code, severity, data: { ...finding.data, outcome, entry: entry.id } }];
}

function settle<Node, Code extends string>(
  settled: readonly Settled<Node, Code>[],
  revisions: readonly Revision<Code>[],
): readonly (readonly [Entry, Verdict<Code>])[] {
  const byEntry = new Map(revisions.map((revision) => [revision.entry, revision]));
  const known = new Set(settled.map(({ entry }) => entry.id));
  const strays = revisions.filter(({ entry }) => !known.has(entry)).map(({ entry }) => entry);
  if (strays.length > 0) throw new RenderError('a renderer revised entries that the policy does not have', strays);
  return settled.map(({ entry, lowered }) => [entry, verdictOf(lowered, byEntry.get(entry.id))]);
}

/** What is printed and what is claimed must agree: an entry stands on some line exactly when it is not omitted. */
function checkAccount<Code extends string>(records: readonly OutcomeRecord<Code>[]): void {
  const lost = records.filter(({ outcome, lines }) => (outcome === 'omitted') === (lines !== undefined));
  if (lost.length > 0)
    throw new RenderError(
      'a renderer printed other entries than it claims',
      lost.map(({ entry }) => entry),
    );
}

interface Prepared<Node, Options, Code extends string> {
  readonly context: Context<Options>;
  readonly settled: readonly Settled<Node, Code>[];
}

/** Checks what came in and lowers every entry. */
function prepare<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  policy: Policy,
  options: Partial<Options>,
): Prepared<Node, Options, Code> {
  refuseFaults('the policy may not be rendered', checkPolicy(policy));
  const all = settleOptions(renderer, options);
  const { cloud, region, edition } = policy;
  const context: Context<Options> = { cloud, region, edition, policy, options: all };
  return { context, settled: lowerAll(renderer.lower, context) };
}

/**
 * The vendor's own model of a policy, without printing it.
 * @throws RenderError as `render` does.
 */
export function modelOf<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  policy: Policy,
  options: Partial<Options> = {},
): Model {
  const { context, settled } = prepare(renderer, policy, options);
  return renderer.assemble(placedOf(settled), context).model;
}

/**
 * Renders a policy for one vendor and settles the account: every entry of the policy has exactly one outcome.
 * @throws RenderError when the policy or the options hold a value that the model's parsers refuse, or the renderer loses an entry.
 */
export function render<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  policy: Policy,
  options: Partial<Options> = {},
): Rendering<Model, Code> {
  const { context, settled } = prepare(renderer, policy, options);
  const { model, findings, revisions = [] } = renderer.assemble(placedOf(settled), context);
  const artifacts = renderer.print(model, context);
  const verdicts = settle(settled, revisions);
  const spans = spansOf(artifacts);
  const records = verdicts.map(([entry, verdict]): OutcomeRecord<Code> => ({
    target: renderer.id,
    entry: entry.id,
    rule: entry.rule.id,
    destination: destinationText(entry.destination),
    service: serviceText(entry.service),
    ...verdict,
    ...spans.get(entry.id),
  }));
  checkAccount(records);
  return {
    target: renderer.id,
    artifacts,
    outcomes: records,
    diagnostics: [
      ...verdicts.flatMap(([entry, verdict]) => diagnosticOf(entry, verdict)),
      ...findings.map(({ code, data }): Diagnostic<Code> => ({ code, severity: 'warning', data })),
    ],
    model,
  };
}
