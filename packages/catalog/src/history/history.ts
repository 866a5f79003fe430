import type { Edition, Requirement, RouteFact, Scope } from '../edition/edition.js';
import { editions, loadEdition, type EditionId } from '../edition/editions.js';
import type { RequirementId, RouteId } from '../generated/names.js';
import type { Change, Tombstone } from './change.js';
import { compareEditions, type EditionDiff } from './diff-editions.js';
import type { RouteChange } from './route-change.js';
import { retirementOf } from './tombstone.js';

/** A requirement through the editions. */
export interface RequirementHistory {
  readonly kind: 'requirement';
  readonly requirement: string;
  readonly purpose: string;
  readonly scope: Scope;
  /** The editions that ask for it, oldest first. */
  readonly versions: readonly { readonly edition: EditionId; readonly requirement: Requirement }[];
  /** What became of it from each edition to the next, first of all its first appearance after the oldest edition. */
  readonly changes: readonly Change[];
  readonly retired?: Tombstone;
}

/** A route through the editions. */
export interface RouteHistory {
  readonly kind: 'route';
  readonly route: string;
  readonly purpose: string;
  /** The editions that ask for it, oldest first. */
  readonly versions: readonly { readonly edition: EditionId; readonly route: RouteFact }[];
  /** What became of it from each edition to the next, first of all its first appearance after the oldest edition. */
  readonly changes: readonly RouteChange[];
  readonly retired?: Tombstone;
}

/** What the catalog knows of an id through its editions. */
export type History = RequirementHistory | RouteHistory;

/** An edition as far as one id goes: nothing else has to be compared. */
function about(edition: Edition, id: string): Edition {
  const mine = (one: { readonly id: string }): boolean => one.id === id;
  return { ...edition, requirements: edition.requirements.filter(mine), routes: edition.routes.filter(mine) };
}

/** What became of an id from each edition to the next. */
function betweenEditions(id: string): readonly EditionDiff[] {
  return editions.slice(1).flatMap(({ id: to }, i) => {
    const from = editions[i]?.id;
    return from ? [compareEditions(about(loadEdition(from), id), about(loadEdition(to), id))] : [];
  });
}

function requirementHistory(id: string): RequirementHistory | undefined {
  const versions = editions.flatMap(({ id: edition }) => {
    const requirement = loadEdition(edition).requirements.find((one) => one.id === id);
    return requirement ? [{ edition, requirement }] : [];
  });
  const last = versions.at(-1)?.requirement;
  if (!last) return undefined;
  const { purpose, scope } = last;
  const changes = betweenEditions(id).flatMap((diff) => diff.changes);
  const retired = retirementOf(id);
  return { kind: 'requirement', requirement: id, purpose, scope, versions, changes, ...(retired && { retired }) };
}

function routeHistory(id: string): RouteHistory | undefined {
  const versions = editions.flatMap(({ id: edition }) => {
    const route = loadEdition(edition).routes.find((one) => one.id === id);
    return route ? [{ edition, route }] : [];
  });
  const last = versions.at(-1)?.route;
  if (!last) return undefined;
  const changes = betweenEditions(id).flatMap((diff) => diff.routes);
  const retired = retirementOf(id);
  return { kind: 'route', route: id, purpose: last.purpose, versions, changes, ...(retired && { retired }) };
}

/** The history of a requirement, or undefined for an id that was never used. */
export function history(id: RequirementId): RequirementHistory | undefined;
/** The history of a route, or undefined for an id that was never used. */
export function history(id: RouteId): RouteHistory | undefined;
/** The history of a requirement or route, or undefined for an id that was never used. */
export function history(id: string): History | undefined;
export function history(id: string): History | undefined {
  return requirementHistory(id) ?? routeHistory(id);
}
