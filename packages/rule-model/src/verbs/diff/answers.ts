import type { Rule } from '../../model/rule.js';
import type { Side } from '../space/side.js';

/** The entries of two policies that answer the same flows, by their numbers; `unmatched` where none matches. */
export interface Answers {
  readonly a: number;
  readonly b: number;
}

/** The two policies of a comparison. */
export interface Sides {
  readonly a: Side;
  readonly b: Side;
}

/** Whether an entry allows what it matches; what no entry matches is denied. */
export function isAllowed({ entries }: Side, entry: number): boolean {
  return entries[entry]?.rule.action === 'allow';
}

/** Whether two policies answer differently. */
export function differ({ a, b }: Sides, answers: Answers): boolean {
  return isAllowed(a, answers.a) !== isAllowed(b, answers.b);
}

/** The rule of an entry. */
export function ruleAt({ entries }: Side, entry: number): Rule | undefined {
  return entries[entry]?.rule;
}
