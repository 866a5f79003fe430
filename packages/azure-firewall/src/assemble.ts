import type { Rule } from '@azureml-firewall/rule-model';
import type { Assembled, Context, Placed, Revision } from '@azureml-firewall/renderer-kit';
import { collectionsOf, lastTurn, turnsOf, type Turn } from './collections.js';
import { hostsBehindAddresses } from './findings/hosts-behind-addresses.js';
import { limitFindings } from './findings/limits.js';
import { orderRevisions } from './findings/processing-order.js';
import { wholePolicyFindings } from './findings/whole-policy.js';
import type { Code } from './messages.js';
import type { FirewallPolicyRules, Match } from './model.js';
import type { AzureFirewallOptions } from './options.js';
import { rulesOf, type RuleGroup } from './rules-of.js';

/** Placed entries by their policy rule, in the policy's order. Rules are never merged: each need keeps its own. */
function ruleGroups(placed: readonly Placed<Match>[]): readonly RuleGroup[] {
  const byRule = new Map<Rule, Placed<Match>[]>();
  for (const one of placed) {
    const list = byRule.get(one.entry.rule) ?? [];
    list.push(one);
    byRule.set(one.entry.rule, list);
  }
  return [...byRule].map(([rule, list]) => rulesOf(rule, list));
}

function lostTurns(turns: readonly Turn[]): readonly Revision<Code>[] {
  const rules = turns.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return [...new Set(rules.flatMap(({ entries }) => entries))].map((entry) => ({
    entry,
    outcome: 'omitted',
    finding: { code: 'azure-firewall/too-many-turns', data: { limit: lastTurn } },
  }));
}

/** One group for the whole policy, and none at all for a policy of which nothing can be said. */
export function assemble(
  placed: readonly Placed<Match>[],
  context: Context<AzureFirewallOptions>,
): Assembled<FirewallPolicyRules, Code> {
  const { groupName, groupPriority } = context.options;
  const all = turnsOf(ruleGroups(placed));
  const turns = all.filter(({ turn }) => turn <= lastTurn);
  const collections = turns.flatMap(collectionsOf);
  const model = {
    groups: collections.length === 0 ? [] : [{ name: groupName, priority: groupPriority, collections }],
  };
  const groups = turns.flatMap((turn) => turn.groups);
  return {
    model,
    findings: [...wholePolicyFindings(placed, context), ...hostsBehindAddresses(model), ...limitFindings(model)],
    revisions: [...orderRevisions(groups, placed), ...lostTurns(all.filter(({ turn }) => turn > lastTurn))],
  };
}
