import type { Edition, Requirement } from '../edition/edition.js';
import { loadEdition, type EditionId } from '../edition/editions.js';
import { adviceFor } from './advice.js';
import type { Change } from './change.js';
import { comparableWith } from './comparable.js';
import { impactsOf } from './impacts.js';
import { inClusterKind, type InClusterChange } from './in-cluster-change.js';
import { compareItems } from './item-change.js';
import { prerequisiteKind, type PrerequisiteChange } from './prerequisite-change.js';
import { compareRoutes, type RouteChange } from './route-change.js';
import { onlyIn, statementsOf } from './statements.js';
import { tombstoneOf } from './tombstone.js';

/** Everything that changed between two editions, in the order of the newer one, then what it no longer has. */
export interface EditionDiff {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  readonly routes: readonly RouteChange[];
  /** What network policies inside a Kubernetes cluster must let pass. */
  readonly inCluster: readonly InClusterChange[];
  readonly prerequisites: readonly PrerequisiteChange[];
}

/** A requirement on both sides, as it is written and as far as the sides can be compared. */
interface Pair {
  readonly before: Requirement | undefined;
  readonly after: Requirement | undefined;
}

type Verdict = Pick<Change, 'kind' | 'impacts'>;

function verdictOf({ before, after }: Pair): Verdict {
  if (before && after) {
    const same = JSON.stringify(before) === JSON.stringify(after);
    return same
      ? { kind: 'not-held', impacts: ['page-not-held'] }
      : { kind: 'changed', impacts: impactsOf(before, after) };
  }
  if (after) return { kind: 'added', impacts: ['new-destination'] };
  return before
    ? { kind: 'removed', impacts: ['removed-destination'] }
    : { kind: 'not-held', impacts: ['page-not-held'] };
}

function changeOf(from: Edition, to: Edition, written: Pair, comparable: Pair): readonly Change[] {
  const subject = written.after ?? written.before;
  if (!subject || JSON.stringify(written.before) === JSON.stringify(written.after)) return [];
  const verdict = verdictOf(comparable);
  const retired = verdict.kind === 'removed' ? tombstoneOf(subject.id, to.edition) : undefined;
  const what = { ...verdict, ...(retired && { retired }) };
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
      added: onlyIn(statementsOf(comparable.after), statementsOf(comparable.before)),
      removed: onlyIn(statementsOf(comparable.before), statementsOf(comparable.after)),
      advice: adviceFor(what),
      ...(written.before && { before: written.before }),
      ...(written.after && { after: written.after }),
    },
  ];
}

function byId({ requirements }: Edition): ReadonlyMap<string, Requirement> {
  return new Map(requirements.map((one) => [one.id, one]));
}

/** What changed from one edition, already loaded, to another. */
export function compareEditions(from: Edition, to: Edition): EditionDiff {
  const [before, after] = [byId(from), byId(to)];
  const [comparableBefore, comparableAfter] = [byId(comparableWith(from, to)), byId(comparableWith(to, from))];
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return {
    from: from.edition,
    to: to.edition,
    routes: compareRoutes(from, to),
    inCluster: compareItems(from, to, inClusterKind),
    prerequisites: compareItems(from, to, prerequisiteKind),
    changes: ids.flatMap((id) =>
      changeOf(
        from,
        to,
        { before: before.get(id), after: after.get(id) },
        { before: comparableBefore.get(id), after: comparableAfter.get(id) },
      ),
    ),
  };
}

/**
 * What changed from one edition to another, by requirement.
 * @throws RangeError for an edition that is not held.
 */
export function diffEditions(from: EditionId, to: EditionId): EditionDiff {
  return compareEditions(loadEdition(from), loadEdition(to));
}
