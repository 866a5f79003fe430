import type { Cloud, Direction } from '@azureml-firewall/rule-model';
import type { Edition, Fact, Requirement, Scope } from '../edition/edition.js';
import { loadEdition, newestEdition, type EditionId } from '../edition/editions.js';
import { rolesOf } from '../edition/roles-of.js';
import type { Role } from '../profile/profile.js';

/** Which requirements to select: all that are given must hold. */
export interface Selection {
  /** Date of the edition, or one that was loaded; the newest where none is given. */
  readonly edition?: EditionId | Edition;
  readonly scopes?: readonly Scope[];
  readonly cloud?: Cloud;
  readonly roles?: readonly Role[];
  readonly direction?: Direction;
}

/** The requirements of an edition that a selection asks for, with only the facts of its cloud and roles. */
export function select(selection: Selection = {}): readonly Requirement[] {
  const { edition = newestEdition, scopes, cloud, roles, direction } = selection;
  const { requirements } = typeof edition === 'string' ? loadEdition(edition) : edition;
  const selected = (one: Requirement, fact: Fact): boolean =>
    (cloud === undefined || fact.clouds.includes(cloud)) &&
    (roles === undefined || rolesOf(one, fact).some((role) => roles.includes(role)));
  return requirements
    .filter(({ scope }) => scopes?.includes(scope) ?? true)
    .filter((one) => direction === undefined || one.direction === direction)
    .map((one) => ({ ...one, facts: one.facts.filter((fact) => selected(one, fact)) }))
    .filter(({ facts }) => facts.length > 0);
}
