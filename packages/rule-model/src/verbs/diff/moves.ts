import type { Policy } from '../../model/policy.js';
import type { Rule } from '../../model/rule.js';
import type { RuleMove, RulePlace } from './region.js';

function placesOf({ collections }: Policy): ReadonlyMap<Rule, RulePlace> {
  return new Map(
    collections.flatMap(({ id, rules }) => rules.map((rule) => [rule, { collection: id, rule: rule.id }])),
  );
}

function sameplace(a: RulePlace, b: RulePlace): boolean {
  return a.rule === b.rule && a.collection === b.collection;
}

/** How often each rule of the second policy answers like a rule of the first. */
function countTargets(alike: ReadonlyMap<Rule, ReadonlySet<Rule>>): ReadonlyMap<Rule, number> {
  const counts = new Map<Rule, number>();
  for (const targets of alike.values()) for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  return counts;
}

/** Tells apart what is only called otherwise from what stands in other rules. `changed` are rules that differ. */
export function movesOf(
  a: Policy,
  b: Policy,
  alike: ReadonlyMap<Rule, ReadonlySet<Rule>>,
  changed: ReadonlySet<Rule | undefined>,
): { readonly renamed: readonly RuleMove[]; readonly regrouped: readonly RuleMove[] } {
  const [placesA, placesB, counts] = [placesOf(a), placesOf(b), countTargets(alike)];
  const renamed: RuleMove[] = [];
  const regrouped: RuleMove[] = [];
  for (const [rule, targets] of alike)
    for (const target of targets) {
      const [from, to] = [placesA.get(rule), placesB.get(target)];
      if (!from || !to || sameplace(from, to)) continue;
      const alone = targets.size === 1 && counts.get(target) === 1 && !changed.has(rule) && !changed.has(target);
      (alone && from.rule !== to.rule ? renamed : regrouped).push({ from, to });
    }
  return { renamed, regrouped };
}
