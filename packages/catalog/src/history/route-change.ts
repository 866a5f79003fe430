import type { Edition, RouteFact } from '../edition/edition.js';
import { predicateText } from '../predicate.js';
import type { Tombstone } from './change.js';
import { compareItems, type ItemChange, type ItemKind } from './item-change.js';
import { tombstoneOf } from './tombstone.js';

/** What became of a route between two editions. A record stands alone. */
export interface RouteChange extends ItemChange<RouteFact> {
  readonly route: string;
  readonly purpose: string;
  /** How it ended, where this is its end. */
  readonly retired?: Tombstone;
}

function removedAdvice(item: string, to: string, after: RouteFact | undefined): string {
  const when = after?.when && predicateText(after.when);
  // To one workspace a route is gone although the edition has it: its condition has become narrower.
  if (when !== undefined)
    return `It is asked for only if ${when}: the route can be removed once no compute is like that.`;
  return tombstoneOf(item, to)?.note ?? 'The route can be removed once no compute of the older kind is left.';
}

/** Routes, as items that editions hold. */
export const routeKind: ItemKind<RouteFact> = {
  of: ({ routes }) => routes,
  adviceFor({ item, to, kind, after }) {
    if (kind === 'removed') return removedAdvice(item, to, after);
    return kind === 'added'
      ? 'Add the route before it is missed: answers of compute would leave by another way than they came.'
      : 'Check whether the condition or the tags of the route still fit your workspace.';
  },
};

/** What changed in the routes from one edition to another. */
export function compareRoutes(from: Edition, to: Edition): readonly RouteChange[] {
  return compareItems(from, to, routeKind).map((change) => {
    const { item: route, kind, before, after } = change;
    const retired = kind === 'removed' ? tombstoneOf(route, to.edition) : undefined;
    return { ...change, route, purpose: (after ?? before)?.purpose ?? '', ...(retired && { retired }) };
  });
}
