import type { Probe } from './probe.js';
import { refreshDrafts, refreshPrefixes } from './refresh.js';
import { bookOf, settle, type Book } from './sample/book.js';
import { groundOf, sourcePrefixes } from './sample/ground.js';
import { sample } from './sample/sample.js';
import { labPrefixes } from './workspaces/service-tags.js';
import type { Workspace } from './workspaces/workspaces.js';

/** A workspace with the connections that are tried on it. */
export interface Case {
  readonly workspace: Workspace;
  readonly probes: readonly Probe[];
}

/** Clients of a family that a workspace's network does not have. */
const spare = { ipv4: '10.99.0.10', ipv6: 'fd99::10' };

/** All cases over one DNS, and the networks that clients are in. */
export interface Plan {
  readonly cases: readonly Case[];
  readonly refresh: readonly Probe[];
  readonly book: Book;
  readonly clientPrefixes: readonly string[];
}

/** Plans what is sent, for all workspaces together, and the connections that are opened while sets are refreshed. */
export function planCases(workspaces: readonly Workspace[]): Plan {
  const drafts = workspaces.map(({ policy, nearMisses }) =>
    sample(policy, groundOf(policy, labPrefixes(policy.cloud), spare), nearMisses),
  );
  const book = bookOf([...drafts.flat(), ...refreshDrafts]);
  return {
    cases: workspaces.map((workspace, i) => ({ workspace, probes: settle(drafts[i] ?? [], book) })),
    refresh: settle(refreshDrafts, book),
    book,
    clientPrefixes: [
      ...new Set([
        ...workspaces.flatMap(({ policy }) => sourcePrefixes(policy)),
        `${spare.ipv4}/32`,
        `${spare.ipv6}/128`,
        ...refreshPrefixes,
      ]),
    ],
  };
}
