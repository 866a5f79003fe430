import type { Artifact } from '../contract/artifact.js';

/** A list that lost so much that a firewall should not follow it unasked. */
export interface ShrunkFeed {
  readonly path: string;
  /** Lines of the list so far, and of the new one; 0 also where there is none any more. */
  readonly before: number;
  readonly after: number;
}

function linesOf({ text }: Artifact): number {
  return text.split('\n').filter((line) => line !== '').length;
}

/**
 * The lists that would be empty, gone, or smaller than the ones in use by more than a share of their lines. A list that
 * a firewall fetches takes effect without anybody looking at it.
 * @throws RangeError for a share that is none: 30 in place of 0.3 would let a list lose everything.
 */
export function guardFeeds(
  previous: readonly Artifact[],
  next: readonly Artifact[],
  maxShrink = 0.5,
): readonly ShrunkFeed[] {
  if (typeof maxShrink !== 'number' || !(maxShrink >= 0 && maxShrink <= 1))
    throw new RangeError(`maxShrink: found ${String(maxShrink)}, expected a share from 0 to 1`);
  const counts = new Map(next.map((feed) => [feed.path, linesOf(feed)]));
  const known = new Set(previous.map(({ path }) => path));
  const shrunk = previous
    .map((feed) => ({ path: feed.path, before: linesOf(feed), after: counts.get(feed.path) ?? 0 }))
    .filter(({ before, after }) => after === 0 || after < before * (1 - maxShrink));
  const empty = [...counts].filter(([path, after]) => after === 0 && !known.has(path));
  return [...shrunk, ...empty.map(([path]) => ({ path, before: 0, after: 0 }))];
}
