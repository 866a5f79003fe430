import type { Entry } from './entry.js';
import type { Origin } from './origin.js';
import type { Action, Rule } from './rule.js';

/** What would have to be known: a fact of the flow, or the addresses of a service tag in a dated document. */
export type Need =
  { readonly fact: 'source' | 'host' | 'address' | 'path' } | { readonly fact: 'tag-document'; readonly tag: string };

/** An entry that may or may not match. */
export interface Undecided {
  readonly entry: Entry;
  /** What would decide it: never empty. */
  readonly needs: readonly Need[];
}

/** The answer of a policy on one flow. */
export interface Decision {
  /** `allow` only where whatever is unknown about the flow can't turn it into `deny`. */
  readonly action: Action;
  /** The rule that decides; absent where no rule matches, and where an undecided entry could overrule it. */
  readonly rule?: Rule;
  /** The first of its entries that matches. */
  readonly entry?: Entry;
  /** Where the rule comes from. */
  readonly origins?: readonly Origin[];
  /** The entries that could make the answer another one, in the order of match. Empty for a flow that is allowed. */
  readonly undecided: readonly Undecided[];
}
