import type { Edition, RouteFact } from '../edition/edition.js';

/** What became of a route between two editions. A record stands alone. */
export interface RouteChange {
  /** `2023-04-14/batch-route`: the edition since which it holds, and the route. */
  readonly id: string;
  readonly route: string;
  readonly purpose: { readonly en: string; readonly ja: string };
  readonly from: string;
  readonly to: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** What to do, in one line. */
  readonly advice: string;
  readonly before?: RouteFact;
  readonly after?: RouteFact;
}

/** What to do about a route, by what became of it. */
export const routeAdvice: Readonly<Record<RouteChange['kind'], string>> = {
  added: 'Add the route before it is missed: answers of compute would leave by another way than they came.',
  removed: 'The route can be removed once no compute of the older kind is left.',
  changed: 'Check whether the condition or the tags of the route still fit your workspace.',
};

function changeOf(from: Edition, to: Edition, before?: RouteFact, after?: RouteFact): readonly RouteChange[] {
  const subject = after ?? before;
  if (!subject || JSON.stringify(before) === JSON.stringify(after)) return [];
  const kind = !before ? 'added' : after ? 'changed' : 'removed';
  return [
    {
      id: `${to.edition}/${subject.id}`,
      route: subject.id,
      purpose: subject.purpose,
      from: from.edition,
      to: to.edition,
      kind,
      advice: routeAdvice[kind],
      ...(before && { before }),
      ...(after && { after }),
    },
  ];
}

/** What changed in the routes from one edition to another. */
export function compareRoutes(from: Edition, to: Edition): readonly RouteChange[] {
  const ids = new Set([...to.routes, ...from.routes].map(({ id }) => id));
  const of = ({ routes }: Edition, id: string): RouteFact | undefined => routes.find((route) => route.id === id);
  return [...ids].flatMap((id) => changeOf(from, to, of(from, id), of(to, id)));
}
