import type { Diagnostic } from '../../model/diagnostic.js';
import { entriesOf } from '../../model/entry.js';
import type { Policy } from '../../model/policy.js';
import { directions } from '../../model/rule.js';
import { groupBy } from '../group-by.js';
import { spaceOf } from '../space/space.js';
import type { ReviewCode } from './diagnostics.js';
import { reviewRule } from './review-rule.js';
import { reviewShadows } from './review-shadows.js';
import { shadowedEntries } from './shadows.js';

/**
 * What a reader of a policy should know before it is used: rules and entries that decide nothing, names that admit more
 * than they say, plain HTTP, tags by every port. In the order of the rules; texts are in `reviewMessages`.
 *
 * @throws RangeError for a prefix that is none.
 */
export function review(policy: Policy): readonly Diagnostic<ReviewCode>[] {
  const entries = entriesOf(policy);
  const shadowed = new Map(directions.flatMap((direction) => [...shadowedEntries(spaceOf(direction, [entries]))]));
  const byRule = groupBy(entries, ({ rule }) => rule);
  return [...byRule].flatMap(([rule, own]) => [...reviewShadows(rule, own, shadowed), ...reviewRule(rule)]);
}
