import { refuseUnknownNames, type Policy } from '@azureml-firewall/rule-model';
import type { Artifact } from './contract/artifact.js';
import type { Renderer } from './contract/renderer.js';
import { contextOf } from './change.js';
import { feedFaults } from './prepare/feed-faults.js';
import { guardFeeds, type ShrunkFeed } from './prepare/guard-feeds.js';
import { modelOf } from './render.js';
import { RenderError } from './render-error.js';
import { settleOptions } from './settle-options.js';

/** What new lists are held against. */
export interface FeedGuard {
  /** The lists in use, by the same paths; none where there are none yet. */
  readonly previous?: readonly Artifact[];
  /** The share of its lines that a list may lose, from 0 to 1; half of them where nothing is said. */
  readonly maxShrink?: number;
  /** Takes lists that are empty, gone or smaller than that as well. */
  readonly acceptShrunk?: boolean;
}

const guardNames: readonly string[] = ['previous', 'maxShrink', 'acceptShrunk'] satisfies (keyof FeedGuard)[];

/** The lists of a policy, or those of them that lost too much to be published unasked. */
export type Feeds =
  | { readonly ok: true; readonly artifacts: readonly Artifact[] }
  | { readonly ok: false; readonly shrunk: readonly ShrunkFeed[] };

/**
 * The plain lists that a firewall follows, one address, host or URL on each line, held against the lists in use: what a
 * device fetches takes effect without anybody looking at it.
 * @throws RenderError as `render` does, for a renderer that has none, and for a list with a line that no list may hold; RangeError
 * for a guard with names that are not known or a share that is none.
 */
export function renderFeeds<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  policy: Policy,
  options: Partial<Options> = {},
  guard: FeedGuard = {},
): Feeds {
  const { previous = [], maxShrink, acceptShrunk = false } = guard;
  refuseUnknownNames('guard of feeds', guard, guardNames);
  if (!renderer.feeds) throw new RenderError(`${renderer.id} has no feeds`, ['expected a renderer that has "feeds"']);
  const all = settleOptions(renderer, options);
  const artifacts = renderer.feeds(modelOf(renderer, policy, options), contextOf(policy, all));
  const faults = artifacts.flatMap(feedFaults);
  if (faults.length > 0) throw new RenderError(`feeds of ${renderer.id} are refused`, faults);
  const shrunk = acceptShrunk ? [] : guardFeeds(previous, artifacts, maxShrink);
  return shrunk.length > 0 ? { ok: false, shrunk } : { ok: true, artifacts };
}
