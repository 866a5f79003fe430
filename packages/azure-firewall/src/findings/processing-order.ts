import { destinationText } from '@azureml-firewall/rule-model';
import type { Placed, Revision } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { ApplicationRule, Match, NetworkRule } from '../model.js';
import { mayOverlap } from '../overlap.js';
import type { RuleGroup } from '../rules-of.js';

interface Standing<Rule> {
  readonly rule: Rule;
  readonly policyRule: string;
  readonly action: 'allow' | 'deny';
  readonly at: number;
}

function standing<Kind extends 'network' | 'application'>(
  groups: readonly RuleGroup[],
  kind: Kind,
): readonly Standing<Extract<RuleGroup['rules'][number], { kind: Kind }>>[] {
  type Wanted = Extract<RuleGroup['rules'][number], { kind: Kind }>;
  return groups.flatMap(({ rule: { id, action }, rules }, at) =>
    rules.filter((rule): rule is Wanted => rule.kind === kind).map((rule) => ({ rule, policyRule: id, action, at })),
  );
}

/** The network rules of the other action that decide before an application rule although the policy has them later. */
function overtaking(
  application: Standing<ApplicationRule>,
  network: readonly Standing<NetworkRule>[],
  inexact: ReadonlySet<string>,
): readonly string[] {
  const found = network.filter(
    ({ rule, action, at }) =>
      action !== application.action &&
      // An earlier rule decides first in the policy as well, unless it says something else there.
      (at > application.at || rule.entries.some((entry) => inexact.has(entry))) &&
      mayOverlap(rule, application.rule),
  );
  return [...new Set(found.map(({ policyRule }) => policyRule))];
}

/**
 * All network rules are processed before all application rules, whatever their priorities (rule-processing page): an
 * application rule that the policy has before a network rule of the other action is cut by it.
 */
export function orderRevisions(
  groups: readonly RuleGroup[],
  placed: readonly Placed<Match>[],
): readonly Revision<Code>[] {
  const byId = new Map(placed.map((one) => [one.entry.id, one]));
  const inexact = new Set(placed.filter(({ outcome }) => outcome !== 'exact').map(({ entry }) => entry.id));
  const network = standing(groups, 'network');
  const revisions = new Map<string, Revision<Code>>();
  for (const application of standing(groups, 'application')) {
    const rules = overtaking(application, network, inexact);
    const cut = rules.length === 0 ? [] : application.rule.entries.flatMap((id) => byId.get(id) ?? []);
    for (const { entry, outcome } of cut)
      revisions.set(entry.id, {
        entry: entry.id,
        outcome: outcome === 'exact' || outcome === 'narrowed' ? 'narrowed' : 'approximated',
        finding: {
          code:
            application.action === 'deny'
              ? 'azure-firewall/deny-behind-network-allow'
              : 'azure-firewall/allow-behind-network-deny',
          data: { destination: destinationText(entry.destination), rules },
        },
      });
  }
  return [...revisions.values()];
}
