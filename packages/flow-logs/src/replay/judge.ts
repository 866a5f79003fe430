import { compileEvaluator, type Entry, type Flow, type Policy } from '@azureml-firewall/rule-model';

/**
 * How sure it is that a denied flow belongs to a rule: `strong` by its host, `likely` by an address inside a service tag or
 * prefix of the rule and by the port, `weak` where the tag is so wide that the address says little.
 */
export type Grade = 'strong' | 'likely' | 'weak';

/** Where a denied flow belongs. */
export type Judgement =
  /** The plan allows it: the firewall does not hold this rule yet, or holds another. */
  | { readonly kind: 'planned'; readonly entry: Entry; readonly grade: Grade }
  /** Something that the plan leaves out would allow it. */
  | { readonly kind: 'dormant'; readonly entry: Entry; readonly grade: Grade }
  /** Nothing that is known asks for it. */
  | { readonly kind: 'unknown' };

/** Tags that hold a large part of a cloud. */
const wideTags = /^(AzureCloud|Internet|VirtualNetwork)(\.|$)/;

function gradeOf({ destination }: Entry): Grade {
  if (destination.kind === 'service-tag') return wideTags.test(destination.tag) ? 'weak' : 'likely';
  return destination.kind === 'cidr' ? 'likely' : 'strong';
}

/** The same policy for traffic from any address: where a flow belongs depends on where it goes. */
function fromAnywhere(policy: Policy): Policy {
  const collections = policy.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.map((rule) =>
      rule.direction === 'outbound' ? { ...rule, sources: [{ kind: 'any' as const }] } : rule,
    ),
  }));
  return { ...policy, collections };
}

/** A judge of denied flows. */
export type Judge = (flow: Flow) => Judgement;

/**
 * Judges flows that a firewall denied against what is planned, and against what is known but left out of the plan
 * (`dormant`: conditions that are off, forms that were not chosen), each as a policy. Service tags count where their
 * addresses are resolved. Log records that name no address are judged by host alone, and the reverse; where a flow comes
 * from plays no part.
 */
export function denialJudge(planned: Policy, dormant: Policy): Judge {
  const [plan, rest] = [compileEvaluator(fromAnywhere(planned)), compileEvaluator(fromAnywhere(dormant))];
  return (flow) => {
    const asked = plan(flow);
    const planned = asked.action === 'allow' ? asked.entry : undefined;
    if (planned && gradeOf(planned) !== 'weak') return { kind: 'planned', entry: planned, grade: gradeOf(planned) };
    // What is only weakly planned must not hide what is left out and fits better.
    const known = rest(flow);
    const dormant = known.action === 'allow' ? known.entry : undefined;
    if (dormant && (!planned || gradeOf(dormant) !== 'weak'))
      return { kind: 'dormant', entry: dormant, grade: gradeOf(dormant) };
    if (planned) return { kind: 'planned', entry: planned, grade: 'weak' };
    return { kind: 'unknown' };
  };
}
