import { loadEdition, newestEdition, type EditionId } from '../edition/editions.js';
import type { ProfileInput } from '../profile/profile.js';
import { planEdition, type Plan, type PlanEditionOptions } from './plan-edition.js';

/** How to plan. */
export interface PlanOptions extends PlanEditionOptions {
  /** Date of the edition; the newest where none is given. */
  readonly edition?: EditionId;
}

/**
 * The network access that a workspace needs: conditions decided, names filled in, each rule with its origin.
 * @throws ProfileError when the profile holds a value that Azure would refuse, or a key that is not known; RangeError for
 * an edition that is not held, or an unknown option.
 */
export function plan(input: ProfileInput, options: PlanOptions = {}): Plan {
  const { edition = newestEdition, ...rest } = options;
  return planEdition(loadEdition(edition), input, rest);
}
