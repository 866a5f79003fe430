import { anyPort, type Direction, type Rule } from '@azureml-firewall/rule-model';
import type { Revision } from '@azureml-firewall/renderer-kit';
import type { LimitOverrides } from '../limits.js';
import { anyEnd } from './ends.js';
import type { SubnetCode } from './messages.js';
import type { SecurityRule } from './model.js';
import { closingPriority, lastSecurityTurn, prioritiesOf, rulesOfLaterTurn } from './priorities.js';
import { securityRulesOf, type Asked, type Unplaced } from './rules.js';

interface PolicyRule {
  readonly turn: number;
  readonly rules: readonly Unplaced[];
}

/** What was asked by policy rule, each in its turn of allow and deny; a first deny has turn 0, a first allow turn 1. */
function inTurns(asked: readonly Asked[], limits: LimitOverrides): readonly PolicyRule[] {
  const byRule = new Map<Rule, Asked[]>();
  for (const one of asked) {
    const list = byRule.get(one.rule) ?? [];
    list.push(one);
    byRule.set(one.rule, list);
  }
  let turn = 0;
  let before: Rule['action'] = 'deny';
  return [...byRule].map(([rule, list]) => {
    if (rule.action !== before) turn += 1;
    before = rule.action;
    return { turn, rules: securityRulesOf(rule, list, limits) };
  });
}

/** Places for all rules, and the policy rules of which not all found one: none of those is printed. */
function place(list: readonly PolicyRule[]): {
  readonly placed: readonly SecurityRule[];
  readonly lost: readonly PolicyRule[];
} {
  const turns = [...new Set(list.map(({ turn }) => turn))].filter((turn) => turn <= lastSecurityTurn);
  const priorities = new Map(
    turns.flatMap((turn) => {
      const rules = list.filter((one) => one.turn === turn).flatMap((one) => one.rules);
      return [
        ...prioritiesOf(
          turn,
          rules.map(({ name }) => name),
        ),
      ];
    }),
  );
  const hasPlaces = ({ rules }: PolicyRule): boolean => rules.every(({ name }) => priorities.has(name));
  return {
    placed: list
      .filter(hasPlaces)
      .flatMap(({ rules }) => rules)
      .map((rule) => ({ ...rule, priority: priorities.get(rule.name) ?? 0 }))
      .toSorted((a, b) => a.priority - b.priority),
    lost: list.filter((one) => !hasPlaces(one)),
  };
}

/** Without it an outbound list restricts nothing: a default rule allows all of the Internet. */
const denyInternet: SecurityRule = {
  name: 'deny-internet',
  description: 'Denies what no rule above allows: by default all of the Internet is allowed.',
  direction: 'outbound',
  access: 'Deny',
  protocol: '*',
  priority: closingPriority,
  source: anyEnd,
  destination: { kind: 'service-tag', texts: ['Internet'] },
  ports: [anyPort],
  entries: [],
};

/** The rules of a network security group for what was asked, and the entries for which there was no room. */
export function securityGroupRules(
  asked: readonly Asked[],
  denies: boolean,
  limits: LimitOverrides,
): { readonly rules: readonly SecurityRule[]; readonly revisions: readonly Revision<SubnetCode>[] } {
  const directions: readonly Direction[] = ['inbound', 'outbound'];
  const all = directions.map((direction) =>
    place(
      inTurns(
        asked.filter(({ rule }) => rule.direction === direction),
        limits,
      ),
    ),
  );
  const lost = all.flatMap((one) => one.lost.flatMap(({ rules }) => rules.flatMap(({ entries }) => entries)));
  return {
    rules: [...all.flatMap(({ placed }) => placed), ...(denies ? [denyInternet] : [])],
    revisions: [...new Set(lost)].map((entry) => ({
      entry,
      outcome: 'omitted',
      finding: {
        code: 'azure-firewall/no-security-priority',
        data: { turns: lastSecurityTurn, rules: rulesOfLaterTurn },
      },
    })),
  };
}
