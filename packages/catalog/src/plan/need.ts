import type { Requirement } from '../edition/edition.js';
import type { Role } from '../profile/profile.js';
import type { Applied } from './applicable.js';

/** A requirement with those of its facts that apply. */
export interface PlannedNeed {
  readonly requirement: Requirement;
  readonly applied: readonly Applied[];
}

function forRoles(need: PlannedNeed, wanted: (role: Role) => boolean): PlannedNeed | undefined {
  const applied = need.applied
    .map((one) => ({ ...one, roles: one.roles.filter(wanted) }))
    .filter(({ roles }) => roles.length > 0);
  return applied.length > 0 ? { ...need, applied } : undefined;
}

/** A need for the roles that some others serve as well, and for those that they do not. */
export function splitByRoles(
  need: PlannedNeed,
  others: readonly PlannedNeed[],
): { readonly served: PlannedNeed | undefined; readonly unserved: PlannedNeed | undefined } {
  if (others.length === 0) return { served: need, unserved: undefined };
  const roles = new Set(others.flatMap(({ applied }) => applied.flatMap((one) => one.roles)));
  return { served: forRoles(need, (role) => roles.has(role)), unserved: forRoles(need, (role) => !roles.has(role)) };
}

/** The parts of one need that were decided apart, together again. */
export function mergeNeeds(needs: readonly PlannedNeed[]): readonly PlannedNeed[] {
  const merged = new Map<string, PlannedNeed>();
  for (const { requirement, applied } of needs) {
    const home = merged.get(requirement.id);
    merged.set(requirement.id, { requirement, applied: [...(home?.applied ?? []), ...applied] });
  }
  return [...merged.values()];
}
