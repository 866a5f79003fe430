import type { Requirement } from '../edition/edition.js';
import type { Role } from '../profile/profile.js';
import type { Applied } from './applicable.js';

/** A requirement with those of its facts that apply. */
export interface PlannedNeed {
  readonly requirement: Requirement;
  readonly applied: readonly Applied[];
}

function forRoles(need: PlannedNeed, wanted: (role: Role) => boolean): PlannedNeed | undefined {
  const roles = need.requirement.roles.filter(wanted);
  return roles.length > 0 ? { ...need, requirement: { ...need.requirement, roles } } : undefined;
}

/** A need for the roles that some others serve as well, and for those that they do not. */
export function splitByRoles(
  need: PlannedNeed,
  others: readonly PlannedNeed[],
): { readonly served: PlannedNeed | undefined; readonly unserved: PlannedNeed | undefined } {
  if (others.length === 0) return { served: need, unserved: undefined };
  const roles = new Set(others.flatMap(({ requirement }) => requirement.roles));
  return { served: forRoles(need, (role) => roles.has(role)), unserved: forRoles(need, (role) => !roles.has(role)) };
}
