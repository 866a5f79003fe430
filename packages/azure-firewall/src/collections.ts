import type { Action } from '@azureml-firewall/rule-model';
import { limitOf, type LimitOverrides } from './limits.js';
import type { ApplicationRule, NetworkRule, RuleCollection } from './model.js';
import type { RuleGroup } from './rules-of.js';

const step = 200;
const kinds = ['network', 'application'] as const;
type Kind = (typeof kinds)[number];

/** The last turn for which both kinds have a priority. */
export function lastTurnOf(limits: LimitOverrides): number {
  return Math.floor((limitOf('highestPriority', limits) - step / 2) / step);
}

/** Policy rules of one action that follow each other: between them order decides nothing. */
export interface Turn {
  readonly turn: number;
  readonly action: Action;
  readonly groups: readonly RuleGroup[];
}

/**
 * The policy's order as turns of allow and deny, since a collection has one action and the first match decides. The
 * first allow is always turn 1; turn 0 is kept for a deny before it, so that its coming or going moves nothing.
 */
export function turnsOf(groups: readonly RuleGroup[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const group of groups) {
    const last = turns.at(-1);
    const { action } = group.rule;
    if (last?.action === action) turns[turns.length - 1] = { ...last, groups: [...last.groups, group] };
    else turns.push({ turn: last ? last.turn + 1 : action === 'deny' ? 0 : 1, action, groups: [group] });
  }
  return turns;
}

/** Network at 200, application at 300, and 200 further for each turn; a leading deny stands at 100 and 150. */
function priorityOf(kind: Kind, turn: number): number {
  if (turn === 0) return kind === 'network' ? step / 2 : (step * 3) / 4;
  return kind === 'network' ? step * turn : step * turn + step / 2;
}

function nameOf(kind: Kind, { turn, action }: Turn): string {
  return turn < 2 ? `${kind}-${action}` : `${kind}-${action}-${turn}`;
}

function isNetwork(rule: ApplicationRule | NetworkRule): boolean {
  return rule.kind === 'network';
}

/** The collections of a turn, network before application as the firewall processes them; none is empty. */
export function collectionsOf(turn: Turn): readonly RuleCollection[] {
  const rules = turn.groups.flatMap((group) => group.rules);
  return kinds
    .map((kind): RuleCollection => ({
      name: nameOf(kind, turn),
      priority: priorityOf(kind, turn.turn),
      action: turn.action === 'allow' ? 'Allow' : 'Deny',
      rules: rules.filter((rule) => isNetwork(rule) === (kind === 'network')),
    }))
    .filter((collection) => collection.rules.length > 0);
}
