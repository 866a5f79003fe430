import type { Edition, Requirement } from '../edition/edition.js';
import { loadEdition, type EditionId } from '../edition/editions.js';
import type { Change } from './change.js';
import { compareEditions } from './diff-editions.js';
import type { InClusterChange } from './in-cluster-change.js';
import type { PrerequisiteChange } from './prerequisite-change.js';
import type { RouteChange } from './route-change.js';

/** The change from one edition to the next, complete: applied to the one it gives the other, byte for byte. */
export interface ChangeFeed {
  readonly from: string;
  readonly to: string;
  /** All of the newer edition but its requirements. */
  readonly frame: Omit<Edition, 'requirements'>;
  /** The ids of the newer edition's requirements in their order. */
  readonly order: readonly string[];
  readonly changes: readonly Change[];
  readonly routes: readonly RouteChange[];
  readonly inCluster: readonly InClusterChange[];
  readonly prerequisites: readonly PrerequisiteChange[];
}

/** The keys of an edition in the order in which it is written, so that the same edition is the same text. */
function writeEdition({
  frame,
  requirements,
}: {
  frame: ChangeFeed['frame'];
  requirements: readonly Requirement[];
}): Edition {
  const { edition, title, sources, collections, ...rest } = frame;
  return { edition, title, sources, collections, requirements, ...rest };
}

/**
 * The change feed between two editions.
 * @throws RangeError for an edition that is not held.
 */
export function changeFeed(from: EditionId, to: EditionId): ChangeFeed {
  const [older, newer] = [loadEdition(from), loadEdition(to)];
  const { requirements, ...frame } = newer;
  return { ...compareEditions(older, newer), frame, order: requirements.map(({ id }) => id) };
}

/**
 * An edition with a feed applied: the newer edition.
 * @throws RangeError when the feed does not start from this edition, or lacks a requirement that it orders.
 */
export function applyChanges(edition: Edition, feed: ChangeFeed): Edition {
  if (edition.edition !== feed.from)
    throw new RangeError(`the feed starts from edition ${feed.from}, not from ${edition.edition}`);
  const held = new Map(edition.requirements.map((one) => [one.id, one]));
  for (const { requirement, after } of feed.changes) {
    if (after) held.set(requirement, after);
    else held.delete(requirement);
  }
  const requirements = feed.order.map((id) => {
    const one = held.get(id);
    if (!one)
      throw new RangeError(`the feed to ${feed.to} orders ${id}, which neither it nor edition ${feed.from} has`);
    return one;
  });
  return writeEdition({ frame: feed.frame, requirements });
}
