import type { Diagnostic } from '../../model/diagnostic.js';
import type { Entry } from '../../model/entry.js';
import type { Rule } from '../../model/rule.js';
import { finding, type ReviewCode } from './diagnostics.js';
import type { Shadowed } from './shadows.js';

function rulesOf(coverers: readonly Entry[]): readonly string[] {
  return [...new Set(coverers.map(({ rule }) => rule.id))];
}

function partFinding(rule: Rule, entries: readonly Entry[], shadowed: Shadowed): readonly Diagnostic<ReviewCode>[] {
  if (entries.length === 0) return [];
  const coverers = entries.flatMap((entry) => [...(shadowed.get(entry) ?? [])]);
  const alike = coverers.every((one) => one.rule.action === rule.action);
  return [
    finding(alike ? 'review/redundant-entry' : 'review/unreachable-entry', {
      rule: rule.id,
      entries: entries.map(({ id }) => id.slice(rule.id.length + 1)),
      by: rulesOf(coverers),
    }),
  ];
}

/** What is covered in a rule: all of it in one finding, or its entries. */
export function reviewShadows(
  rule: Rule,
  entries: readonly Entry[],
  shadowed: Shadowed,
): readonly Diagnostic<ReviewCode>[] {
  const covered = entries.filter((entry) => shadowed.has(entry));
  const coverers = covered.flatMap((entry) => [...(shadowed.get(entry) ?? [])]);
  const others = coverers.filter((one) => one.rule.id !== rule.id);
  if (covered.length === entries.length && others.length > 0) {
    const alike = coverers.every((one) => one.rule.action === rule.action);
    const code = alike ? 'review/redundant-rule' : 'review/unreachable-rule';
    return [finding(code, { rule: rule.id, by: rulesOf(others) })];
  }
  const isAlike = (entry: Entry): boolean =>
    [...(shadowed.get(entry) ?? [])].every((one) => one.rule.action === rule.action);
  return [
    ...partFinding(rule, covered.filter(isAlike), shadowed),
    ...partFinding(
      rule,
      covered.filter((entry) => !isAlike(entry)),
      shadowed,
    ),
  ];
}
