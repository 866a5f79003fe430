import { clouds, refuseUnknownNames, type Cloud, type Direction } from '@azureml-firewall/rule-model';
import { scopes as allScopes, type Edition, type Fact, type Requirement, type Scope } from '../edition/edition.js';
import { loadEdition, newestEdition, type EditionId } from '../edition/editions.js';
import { rolesOf } from '../edition/roles-of.js';
import { refuseUnknownWords } from '../known-words.js';
import { roles as allRoles, type Role } from '../profile/profile.js';

/** Which requirements to select: all that are given must hold. */
export interface Selection {
  /** Date of the edition, or one that was loaded; the newest where none is given. */
  readonly edition?: EditionId | Edition;
  readonly scopes?: readonly Scope[];
  readonly cloud?: Cloud;
  readonly roles?: readonly Role[];
  readonly direction?: Direction;
}

/** A word that nobody knows would select nothing, and a name that nobody knows everything. */
function checkSelection(selection: Selection): void {
  const what = 'the selection is refused';
  refuseUnknownNames(what, selection, ['edition', 'scopes', 'cloud', 'roles', 'direction']);
  const { scopes, cloud, roles, direction } = selection;
  if (scopes !== undefined) refuseUnknownWords(`${what}: scopes`, scopes, allScopes);
  if (cloud !== undefined) refuseUnknownWords(`${what}: cloud`, cloud, clouds);
  if (roles !== undefined) refuseUnknownWords(`${what}: roles`, roles, allRoles);
  if (direction !== undefined) refuseUnknownWords(`${what}: direction`, direction, ['inbound', 'outbound']);
}

/**
 * The requirements of an edition that a selection asks for, with only the facts of its cloud and roles.
 * @throws RangeError for a name or word that is not known.
 */
export function select(selection: Selection = {}): readonly Requirement[] {
  checkSelection(selection);
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
