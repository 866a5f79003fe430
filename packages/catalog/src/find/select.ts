import type { Cloud, Direction } from '@azureml-firewall/rule-model';
import type { Edition, Requirement, Scope } from '../edition/edition.js';
import { loadEdition, newestEdition, type EditionId } from '../edition/editions.js';
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

/** The requirements of an edition that a selection asks for, with only the facts of its cloud. */
export function select(selection: Selection = {}): readonly Requirement[] {
  const { edition = newestEdition, scopes, cloud, roles, direction } = selection;
  const { requirements } = typeof edition === 'string' ? loadEdition(edition) : edition;
  return requirements
    .filter(({ scope }) => scopes?.includes(scope) ?? true)
    .filter((one) => roles === undefined || one.roles.some((role) => roles.includes(role)))
    .filter((one) => direction === undefined || one.direction === direction)
    .map((one) =>
      cloud === undefined ? one : { ...one, facts: one.facts.filter(({ clouds }) => clouds.includes(cloud)) },
    )
    .filter(({ facts }) => facts.length > 0);
}
