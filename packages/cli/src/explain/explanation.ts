import type { Plan } from '@azureml-firewall/catalog';
import {
  entriesOf,
  explain,
  type Explanation as Explained,
  type ExcludedNeed,
  type Flow,
  type Policy,
  type Rule,
  type Witness,
} from '@azureml-firewall/rule-model';
import { prefixesOf, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import { leftOutFacts, type LeftOutFact } from '../left-out.js';
import { exclusionText } from '../output/exclusion-text.js';
import { witnessRequirement } from '../output/witness.js';

/** A flow, and the answer of a plan on it with what comes close. */
export interface Explanation extends Explained {
  readonly url: string;
  readonly flow: Flow;
}

/** What is held against a flow: a plan, and its policy with the addresses of a document where there is one. */
export interface Known {
  readonly planned: Plan;
  readonly policy: Policy;
  readonly document?: ServiceTagDocument | undefined;
}

/** The same policy for whoever asks. */
function fromAnywhere(policy: Policy): Policy {
  const free = (rule: Rule): Rule => ({ ...rule, sources: [{ kind: 'any' }] });
  const collections = policy.collections.map((one) => ({ ...one, rules: one.rules.map(free) }));
  return { ...policy, collections };
}

/** A tag reaches addresses only where a document knows them: each of its prefixes is a need then. */
function needsOf({ excluded, isTag }: LeftOutFact, document: ServiceTagDocument | undefined): readonly ExcludedNeed[] {
  const { requirement, destination, ports } = excluded;
  const because = exclusionText(excluded.because);
  const prefixes = document && isTag ? (prefixesOf(document, destination)?.prefixes ?? []) : [];
  return (isTag ? prefixes : [destination]).map((to) => ({ requirement, destination: to, ports, because }));
}

/** What is left out and covers a flow. What an inbound need names is where the flow comes from. */
function leftOutOf({ planned, policy, document }: Known, flow: Flow): readonly Witness[] {
  const excluded = leftOutFacts(planned, flow.direction).flatMap((fact) => needsOf(fact, document));
  const { source = null } = flow;
  const peer = flow.direction === 'inbound' ? { ...flow, host: null, address: source } : flow;
  return explain({ ...policy, collections: [] }, peer, { excluded }).near;
}

/** The decision with its rule as the plan has it, sources included. */
function asPlanned(explained: Explained, policy: Policy): Explained {
  const entry = entriesOf(policy).find(({ id }) => id === explained.entry?.id);
  return entry ? { ...explained, entry, rule: entry.rule } : explained;
}

const isOpen = ({ code }: Witness): boolean => code === 'explain/undecided';
const covers = ({ code }: Witness): boolean => code === 'explain/excluded';

/** Whether the plan comes closer by the same requirement than what is left out of it. */
function isOutdone(left: Witness, own: readonly Witness[]): boolean {
  const requirement = witnessRequirement(left);
  const same = own.filter((one) => witnessRequirement(one) === requirement);
  return covers(left) ? same.some(({ code }) => code === 'explain/other-source') : same.length > 0;
}

function once(near: readonly Witness[]): readonly Witness[] {
  return [...new Map(near.map((one) => [JSON.stringify([one.code, one.data]), one])).values()];
}

/** Closest first: what may match, what is left out, and what the plan has beside it. */
function closestFirst(own: readonly Witness[], left: readonly Witness[]): readonly Witness[] {
  const more = left.filter((one) => !isOutdone(one, own));
  const [open, rest] = [own.filter(isOpen), own.filter((one) => !isOpen(one))];
  return once([...open, ...more.filter(covers), ...rest, ...more.filter((one) => !covers(one))]);
}

/** Whether a plan allows a flow, and what comes close. Where it comes from matters only if it says so. */
export function explanationOf(url: string, flow: Flow, known: Known): Explanation {
  const { policy } = known;
  const explained = asPlanned(explain(flow.source === undefined ? fromAnywhere(policy) : policy, flow), policy);
  if (explained.action === 'allow') return { ...explained, url, flow };
  return { ...explained, url, flow, near: closestFirst(explained.near, leftOutOf(known, flow)) };
}
