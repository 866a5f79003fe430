import type { Rule } from '@azureml-firewall/rule-model';
import type { Assembled, Context, Placed, Revision } from '@azureml-firewall/renderer-kit';
import { lastTurnOf, turnsOf, type Turn } from './collections.js';
import { hostsBehindAddresses } from './findings/hosts-behind-addresses.js';
import { limitFindings } from './findings/limits.js';
import { orderRevisions } from './findings/processing-order.js';
import { wholePolicyFindings } from './findings/whole-policy.js';
import type { LimitOverrides } from './limits.js';
import type { Code } from './messages.js';
import type { FirewallPolicyRules, Match } from './model.js';
import { resolvesNames, type AzureFirewallOptions } from './options.js';
import { rulesOf, type RuleGroup } from './rules-of.js';
import { splitIntoGroups } from './split/groups.js';
import { withIpGroups } from './split/ip-groups.js';
import { subnetOf } from './subnet/subnet.js';

/** Placed entries by their policy rule, in the policy's order. Rules are never merged: each need keeps its own. */
function ruleGroups(placed: readonly Placed<Match>[], limits: LimitOverrides): readonly RuleGroup[] {
  const byRule = new Map<Rule, Placed<Match>[]>();
  for (const one of placed) {
    const list = byRule.get(one.entry.rule) ?? [];
    list.push(one);
    byRule.set(one.entry.rule, list);
  }
  return [...byRule].map(([rule, list]) => rulesOf(rule, list, limits));
}

function lostTurns(turns: readonly Turn[], lastTurn: number): readonly Revision<Code>[] {
  const rules = turns.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  return [...new Set(rules.flatMap(({ entries }) => entries))].map((entry) => ({
    entry,
    outcome: 'omitted',
    finding: { code: 'azure-firewall/too-many-turns', data: { limit: lastTurn } },
  }));
}

function policyOf(options: AzureFirewallOptions): FirewallPolicyRules['policy'] {
  const { policy, policyName, sku, tlsInspection } = options;
  if (policy === 'existing') return { name: policyName };
  return { name: policyName, create: { sku, dnsProxy: resolvesNames(options), tlsInspection } };
}

/** The model of a policy: as few groups as its size allows, and none at all for a policy of which nothing can be said. */
export function assemble(
  placed: readonly Placed<Match>[],
  context: Context<AzureFirewallOptions>,
): Assembled<FirewallPolicyRules, Code> {
  const { options } = context;
  const subnet = subnetOf(placed, context);
  const ofFirewall = placed.filter(({ nodes }) => !nodes.some(({ rule }) => rule === 'security'));
  const lastTurn = lastTurnOf(options.limits);
  const all = turnsOf(ruleGroups(ofFirewall, options.limits));
  const groups = all.filter(({ turn }) => turn <= lastTurn).flatMap((turn) => turn.groups);
  const short = withIpGroups(groups, options);
  const model = {
    policy: policyOf(options),
    ipGroups: short.ipGroups,
    groups: splitIntoGroups(turnsOf(short.groups), options),
    ...(subnet.securityGroup && { securityGroup: subnet.securityGroup }),
    ...(subnet.routeTable && { routeTable: subnet.routeTable }),
  };
  return {
    model,
    findings: [
      ...wholePolicyFindings(ofFirewall, context),
      ...hostsBehindAddresses(groups),
      ...limitFindings(model, context),
      ...subnet.findings,
    ],
    revisions: [
      ...orderRevisions(groups, ofFirewall),
      ...lostTurns(
        all.filter(({ turn }) => turn > lastTurn),
        lastTurn,
      ),
      ...subnet.revisions,
    ],
  };
}
