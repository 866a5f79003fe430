import type { Flow } from '../../model/flow.js';
import type { Reach } from '../../model/reach.js';
import { hostOfFlow } from '../../net/host-relation.js';
import { pathMatches } from '../../net/path-match.js';
import { parseUrlPath } from '../../net/url-path.js';
import { excluded, included, possible } from './source-table.js';

function settlePath(pattern: string, path: string | null | undefined): number {
  if (path === null) return excluded;
  const parsed = path === undefined ? undefined : parseUrlPath(path);
  if (!parsed?.ok) return possible;
  return pathMatches(pattern, parsed.value) ? included : excluded;
}

/** Whether a flow reaches what an index has found for its host or address. */
export function settle(reach: Reach | undefined, { host, path }: Flow): number {
  switch (reach?.by) {
    case 'host':
      return reach.path === undefined ? included : settlePath(reach.path, path);
    case 'ending':
      return hostOfFlow(host ?? '').endsWith(reach.suffix) ? included : excluded;
    case 'tag':
      return possible;
    case 'below':
    case 'prefixes':
    case undefined:
      return included;
  }
}
