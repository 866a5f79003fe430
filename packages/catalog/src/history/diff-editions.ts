import type { Edition, Requirement } from '../edition/edition.js';
import { loadEdition, type EditionId } from '../edition/editions.js';
import { tombstones } from '../generated/tombstones.js';
import { adviceFor } from './advice.js';
import type { Change, Impact, Tombstone } from './change.js';
import { impactsOf } from './impacts.js';
import { onlyIn, statementsOf } from './statements.js';

/** Everything that changed between two editions, in the order of the newer one, then what it no longer has. */
export interface EditionDiff {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}

/** Whether a requirement ended with the change to an edition, and what its tombstone says. */
function tombstoneOf(id: string): Tombstone | undefined {
  return (tombstones as Readonly<Record<string, Tombstone>>)[id];
}

function kindOf(before: Requirement | undefined, after: Requirement | undefined): Change['kind'] {
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

function impactsBetween(before: Requirement | undefined, after: Requirement | undefined): readonly Impact[] {
  if (before && after) return impactsOf(before, after);
  return before ? ['removed-destination'] : ['new-destination'];
}

function changeOf(from: Edition, to: Edition, before?: Requirement, after?: Requirement): readonly Change[] {
  const subject = after ?? before;
  if (!subject || JSON.stringify(before) === JSON.stringify(after)) return [];
  const retired = after ? undefined : tombstoneOf(subject.id);
  const what = { kind: kindOf(before, after), impacts: impactsBetween(before, after), ...(retired && { retired }) };
  return [
    {
      id: `${to.edition}/${subject.id}`,
      requirement: subject.id,
      collection: subject.collection,
      scope: subject.scope,
      purpose: subject.purpose,
      from: from.edition,
      to: to.edition,
      ...what,
      added: onlyIn(statementsOf(after), statementsOf(before)),
      removed: onlyIn(statementsOf(before), statementsOf(after)),
      advice: adviceFor(what),
      ...(before && { before }),
      ...(after && { after }),
    },
  ];
}

/** What changed from one edition, already loaded, to another. */
export function compareEditions(from: Edition, to: Edition): EditionDiff {
  const older = new Map(from.requirements.map((one) => [one.id, one]));
  const newer = new Set(to.requirements.map(({ id }) => id));
  return {
    from: from.edition,
    to: to.edition,
    changes: [
      ...to.requirements.flatMap((after) => changeOf(from, to, older.get(after.id), after)),
      ...from.requirements.filter(({ id }) => !newer.has(id)).flatMap((before) => changeOf(from, to, before)),
    ],
  };
}

/**
 * What changed from one edition to another, by requirement.
 * @throws RangeError for an edition that is not held.
 */
export function diffEditions(from: EditionId, to: EditionId): EditionDiff {
  return compareEditions(loadEdition(from), loadEdition(to));
}
