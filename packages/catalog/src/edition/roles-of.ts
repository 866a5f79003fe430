import type { Role } from '../profile/profile.js';
import type { Fact, Requirement } from './edition.js';

/** Who opens a fact: everybody of its requirement, unless it is for some of them only. */
export function rolesOf(requirement: Requirement, fact: Fact): readonly Role[] {
  return fact.roles ?? requirement.roles;
}
