import type { Need } from '../../model/decision.js';

/** Whether something matches, or what would have to be known to say so: a logic of three values. */
export type Match = boolean | readonly Need[];

/** Each need once. */
function union(needs: readonly Need[]): readonly Need[] {
  const key = (need: Need): string => (need.fact === 'tag-document' ? `${need.fact} ${need.tag}` : need.fact);
  return [...new Map(needs.map((need) => [key(need), need])).values()];
}

/** Matches when both do; what one of them excludes needs nothing more. */
export function both(a: Match, b: Match): Match {
  if (a === false || b === false) return false;
  if (a === true) return b;
  return b === true ? a : union([...a, ...b]);
}

/** Matches when one does. */
export function anyOf(matches: readonly Match[]): Match {
  if (matches.includes(true)) return true;
  const needs = matches.flatMap((match) => (typeof match === 'boolean' ? [] : match));
  return needs.length > 0 && union(needs);
}
