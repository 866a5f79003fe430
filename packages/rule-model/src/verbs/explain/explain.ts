import { checkFlow } from '../../model/check-flow.js';
import type { Decision, Need, Undecided } from '../../model/decision.js';
import type { Flow } from '../../model/flow.js';
import type { Policy } from '../../model/policy.js';
import { hostOfFlow, isBelow } from '../../net/host-relation.js';
import { indexPolicy } from '../compile/compile-evaluator.js';
import { byCloseness } from './closeness.js';
import { contextOf, type Context, type Look } from './context.js';
import { entryFacts } from './entry-facts.js';
import { excludedFinder, type FindExcluded } from './excluded.js';
import { nearEntry } from './near-entries.js';
import { nearNames } from './near-names.js';
import { otherPart } from './other-part.js';
import type { ExplainOptions, Explanation, Witness } from './witness.js';

function needText(need: Need): string {
  return need.fact === 'tag-document' ? `the addresses of ${need.tag}` : `the ${need.fact}`;
}

function undecidedWitness({ entry, needs }: Undecided): Witness {
  const data = { ...entryFacts(entry), action: entry.rule.action, needs: needs.map(needText) };
  return { code: 'explain/undecided', data, entry };
}

function nearAllowed({ entry }: Decision, host: string | undefined): readonly Witness[] {
  if (entry?.destination.kind !== 'suffix' || host === undefined) return [];
  const { suffix } = entry.destination;
  if (host === suffix || isBelow(host, suffix)) return [];
  return [{ code: 'explain/allowed-as-look-alike', data: { ...entryFacts(entry) }, entry }];
}

function nearDenied(look: Look, decision: Decision, host: string | undefined, find: FindExcluded): readonly Witness[] {
  const { context, flow } = look;
  const { index } = context;
  const named = host === undefined ? [] : [...index.hosts(host)];
  const placed = flow.address == null ? [] : [...index.addresses(flow.address)];
  return [
    ...decision.undecided.map(undecidedWitness),
    ...find(flow),
    ...[...named, ...placed].flatMap((number) => nearEntry(look, number, decision) ?? []),
    ...(host === undefined ? [] : nearNames(look, host)),
    ...otherPart(look),
  ];
}

function explainIn(context: Context, flow: Flow, find: FindExcluded): Explanation {
  const decision = context.index.evaluate(flow);
  const host = flow.host == null ? undefined : hostOfFlow(flow.host);
  if (decision.action === 'allow') return { ...decision, near: nearAllowed(decision, host) };
  const look = { context, flow, sourceRow: context.index.columns.sourceLists.rowOf(flow.source) };
  return { ...decision, near: byCloseness(nearDenied(look, decision, host, find)) };
}

/** Explains a flow. */
export type Explainer = (flow: Flow) => Explanation;

/**
 * Makes a policy ready to explain many flows: see {@link explain}. The function that is returned throws a RangeError for
 * an address that is none.
 *
 * @throws RangeError for a prefix that is none.
 */
export function compileExplainer(policy: Policy, { excluded = [] }: ExplainOptions = {}): Explainer {
  const { inbound, outbound } = indexPolicy(policy);
  const contexts = { inbound: contextOf(inbound), outbound: contextOf(outbound) };
  const find = excludedFinder(excluded);
  return (flow) => {
    checkFlow(flow);
    return explainIn(contexts[flow.direction], flow, find);
  };
}

/**
 * The answer of `evaluate` with its witnesses: for a flow that is denied, what came closest to allowing it, a need that
 * was left out of the policy among it; for one that is allowed, whether only its looks let it through. Texts are in
 * `explainMessages`.
 *
 * @throws RangeError for an address, prefix, direction, protocol or port that is none.
 */
export function explain(policy: Policy, flow: Flow, options: ExplainOptions = {}): Explanation {
  return compileExplainer(policy, options)(flow);
}
