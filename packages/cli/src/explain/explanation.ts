import type { Exclusion } from '@azureml-firewall/catalog';
import {
  entriesOf,
  evaluate,
  type Decision,
  type Entry,
  type Flow,
  type Need,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { requirementsOf } from '../output/requirements-of.js';

/** What comes close to allowing a flow. */
export type Near =
  /** A rule of the plan allows it, if something holds that is not known. */
  | { readonly kind: 'undecided'; readonly entry: Entry; readonly needs: readonly Need[] }
  /** A rule of the plan allows it from elsewhere, by another service, on another path, or only below the name. */
  | { readonly kind: 'source' | 'service' | 'path' | 'below'; readonly entry: Entry }
  /** The plan leaves it out, for a reason that the profile or the command line could change. */
  | { readonly kind: 'left-out'; readonly entry: Entry; readonly because: Exclusion };

/** A flow, the answer of a plan on it, and what comes close where that is no. */
export interface Explanation {
  readonly url: string;
  readonly flow: Flow;
  readonly decision: Decision;
  /** Closest first; empty for a flow that is allowed. */
  readonly near: readonly Near[];
}

/** What is held against a flow: the plan, and what it leaves out. */
export interface Known {
  readonly policy: Policy;
  readonly dormant: Policy;
  /** Why each rule of `dormant` is left out. */
  readonly because: ReadonlyMap<string, Exclusion>;
}

const anywhere = [{ kind: 'any' }] as const;

/** The same policy for whoever asks. */
function fromAnywhere(policy: Policy): Policy {
  const free = (rule: Rule): Rule => ({ ...rule, sources: anywhere });
  const collections = policy.collections.map((one) => ({ ...one, rules: one.rules.map(free) }));
  return { ...policy, collections };
}

/** Whether an entry alone would allow a flow, whoever opens it. */
function wouldAllow({ rule, destination, service }: Entry, policy: Policy, flow: Flow): boolean {
  const alone = { ...rule, destinations: [destination], services: [service], sources: anywhere };
  const collections = [{ id: 'alone', title: '', rules: [alone] }];
  return evaluate({ ...policy, collections }, flow).action === 'allow';
}

/** The flow, were it of the service of an entry. */
function byServiceOf({ service: { protocol, ports } }: Entry, flow: Flow): Flow {
  return { ...flow, protocol, port: ports[0]?.from ?? flow.port };
}

/** In what an entry differs from a flow, if that is one thing. */
function differenceOf(entry: Entry, policy: Policy, flow: Flow): 'source' | 'service' | 'path' | 'below' | undefined {
  if (wouldAllow(entry, policy, flow)) return 'source';
  if (wouldAllow(entry, policy, byServiceOf(entry, flow))) return 'service';
  const { destination } = entry;
  if (destination.kind === 'wildcard' && destination.parent === flow.host)
    return wouldAllow(entry, policy, { ...flow, host: `any.${flow.host}` }) ? 'below' : undefined;
  if (destination.kind !== 'url' || flow.path == null) return undefined;
  return wouldAllow(entry, policy, { ...flow, path: destination.path.replace(/\*$/, 'x') }) ? 'path' : undefined;
}

/** The entries of the plan that differ from a flow in one thing. */
function planned(policy: Policy, flow: Flow): readonly Near[] {
  return entriesOf(policy).flatMap((entry): readonly Near[] => {
    const kind = entry.rule.direction === flow.direction ? differenceOf(entry, policy, flow) : undefined;
    return kind ? [{ kind, entry }] : [];
  });
}

function leftOut({ dormant, because }: Known, flow: Flow): readonly Near[] {
  const entries = entriesOf(dormant).filter(({ rule }) => rule.direction === flow.direction);
  const near = entries.flatMap((entry): readonly Near[] => {
    const why = because.get(entry.rule.id);
    return why && wouldAllow(entry, dormant, flow) ? [{ kind: 'left-out', entry, because: why }] : [];
  });
  // A need that is printed at two places for the same reason is one to a reader.
  const key = (one: Near): string => JSON.stringify([requirementsOf(one.entry.rule), { ...one, entry: undefined }]);
  return [...new Map(near.toReversed().map((one) => [key(one), one])).values()].toReversed();
}

/** What only has to be known or come from elsewhere; else what the profile can change, and what the plan has beside it. */
function nearOf({ undecided }: Decision, known: Known, flow: Flow): readonly Near[] {
  const open = undecided.map((one): Near => ({ kind: 'undecided', ...one }));
  const isOpen = ({ entry }: Near): boolean => undecided.some((one) => one.entry.id === entry.id);
  const own = planned(known.policy, flow).filter((near) => !isOpen(near));
  const closest = [...open, ...own.filter(({ kind }) => kind === 'source')];
  return closest.length > 0 ? closest : [...leftOut(known, flow), ...own];
}

/** The decision with the rule as the plan has it, its sources included. */
function asPlanned(decision: Decision, policy: Policy): Decision {
  const entry = entriesOf(policy).find(({ id }) => id === decision.entry?.id);
  return entry ? { ...decision, entry, rule: entry.rule } : decision;
}

/** Whether a plan allows a flow, and if not, what comes close. Where it comes from matters only if it says so. */
export function explanationOf(url: string, flow: Flow, known: Known): Explanation {
  const policy = flow.source === undefined ? fromAnywhere(known.policy) : known.policy;
  const decision = asPlanned(evaluate(policy, flow), known.policy);
  return { url, flow, decision, near: decision.action === 'allow' ? [] : nearOf(decision, known, flow) };
}
