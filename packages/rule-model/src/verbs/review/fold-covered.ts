import type { Destination } from '../../model/destination.js';
import { entriesOf, type Entry } from '../../model/entry.js';
import type { Policy } from '../../model/policy.js';
import { directions, necessities, type Rule } from '../../model/rule.js';
import { groupBy } from '../group-by.js';
import { normalizeRule } from '../normalize.js';
import { allMatching } from '../space/matches.js';
import { spaceOf } from '../space/space.js';
import { coverersOf, newFolding, type Folding } from './folding.js';

/** The destinations that a rule keeps, each with the other rules whose need it carries from now on. */
type Kept = Map<Destination, Set<Rule>>;

type Fates = ReadonlyMap<Rule, Kept>;

/** Takes a destination out of its rule if others decide all of its flows alike. */
function fold(folding: Folding, own: readonly number[], fates: Fates): void {
  const entry = folding.entries[own[0] ?? -1];
  const coverers = coverersOf(folding, new Set(own));
  const kept = entry && fates.get(entry.rule);
  if (!kept || !coverers) return;
  for (const number of own) folding.removed.add(number);
  const needs = [entry.rule, ...(kept.get(entry.destination) ?? [])];
  kept.delete(entry.destination);
  for (const { rule, destination } of coverers)
    for (const need of needs) if (need !== rule) fates.get(rule)?.get(destination)?.add(need);
}

/** From the last rule to the first, so that of two equal ones the first stays. */
function foldEntries(entries: readonly Entry[], fates: Fates): void {
  for (const direction of directions) {
    const space = spaceOf(direction, [entries]);
    const [side] = space.sides;
    if (!side) continue;
    const folding = newFolding(side.entries, allMatching(space, side));
    const numbers = side.entries.map((entry, number) => ({ ...entry, number }));
    for (const own of [...groupBy(numbers, ({ rule }) => rule).values()].toReversed())
      for (const same of [...groupBy(own, ({ destination }) => destination).values()].toReversed())
        fold(
          folding,
          same.map(({ number }) => number),
          fates,
        );
  }
}

/** A rule with what is left of it, and with what it carries for others. */
function folded(rule: Rule, kept: Kept): readonly Rule[] {
  if (kept.size === 0) return [];
  const needs = [...new Set([rule, ...[...kept.values()].flatMap((carried) => [...carried])])];
  if (kept.size === rule.destinations.length && needs.length === 1) return [rule];
  return [
    normalizeRule({
      ...rule,
      destinations: rule.destinations.filter((destination) => kept.has(destination)),
      necessity: necessities.find((one) => needs.some(({ necessity }) => necessity === one)) ?? rule.necessity,
      origins: needs.flatMap(({ origins }) => origins),
    }),
  ];
}

/**
 * The same policy in fewer entries: a destination goes when other rules, or other destinations of its own rule, decide
 * all of its flows alike, and a rule goes with its last destination. What covers it gains its origins, and is as badly
 * needed as it was. No flow is decided otherwise, as `diffPolicies` can tell.
 *
 * Not part of `normalize`: a vendor that can't say the wider entry may be able to say the narrower one.
 *
 * @throws RangeError for a prefix that is none.
 */
export function foldCovered(policy: Policy): Policy {
  const entries = entriesOf(policy);
  const fates: Fates = new Map(
    entries.map(({ rule }) => [rule, new Map(rule.destinations.map((destination) => [destination, new Set()]))]),
  );
  foldEntries(entries, fates);
  const collections = policy.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.flatMap((rule) => {
      const kept = fates.get(rule);
      return kept ? folded(rule, kept) : [rule];
    }),
  }));
  return { ...policy, collections: collections.filter(({ rules }) => rules.length > 0) };
}
