import type { FirewallPolicy, FortiConfig } from '../model.js';
import { dimensions, namesOf, restOf, type Dimension } from './match.js';
import { reachOf, type Reach } from './reach.js';

/**
 * How a policy gets from what it was to what it is. Each command takes effect at once, so that one that is changed by
 * several commands could let pass what neither of the two configurations does.
 */
export type Course =
  /** By one command, or by several that change the same list. */
  | 'at once'
  /** First what it loses, last what it gains. */
  | 'narrowed first'
  /** Out of force until all else is done. */
  | 'stopped'
  /** It denies: first what it gains, last what it loses. */
  | 'grown first';

/** A policy before and after; one of them at least. */
export interface Versions {
  readonly previous?: FirewallPolicy;
  readonly next?: FirewallPolicy;
}

/** The way of each policy, by its id. */
export interface Plan {
  readonly courseOf: (id: number) => Course;
  /** Groups by which something is denied, before or after. */
  readonly denied: ReadonlySet<string>;
}

export function isDeny({ action }: FirewallPolicy): boolean {
  return action === 'deny';
}

function listed({ previous, next }: Versions): readonly FirewallPolicy[] {
  return [previous, next].filter((one) => one !== undefined);
}

function keysOf(policies: readonly FirewallPolicy[], wanted: readonly Dimension[] = dimensions): readonly string[] {
  return policies.flatMap((policy) => {
    const names = namesOf(policy);
    return wanted.flatMap((dimension) => names[dimension]);
  });
}

/** Whether the policy's own list of a dimension changes. */
function changesBy(previous: FirewallPolicy, next: FirewallPolicy, dimension: Dimension): boolean {
  const [before, after] = [namesOf(previous)[dimension], namesOf(next)[dimension]];
  return JSON.stringify(before.toSorted()) !== JSON.stringify(after.toSorted());
}

function courseOfAllow(versions: Versions, reach: Reach, denied: ReadonlySet<string>): Course {
  const { previous, next } = versions;
  const policies = listed(versions);
  if ([...reach(keysOf(policies))].some((key) => denied.has(key))) return 'stopped';
  const byGroups = dimensions.filter((dimension) => reach(keysOf(policies, [dimension])).size > 0);
  if (!previous || byGroups.length === 0) return 'at once';
  // One that goes away is not to follow its groups to where it never was.
  if (!next || byGroups.length > 1 || restOf(previous) !== restOf(next)) return 'stopped';
  const own = dimensions.filter((dimension) => changesBy(previous, next, dimension));
  return own.every((dimension) => byGroups.includes(dimension)) ? 'at once' : 'narrowed first';
}

/** The policies of two configurations by their ids. */
export function versionsOf(previous: FortiConfig, next: FortiConfig): ReadonlyMap<number, Versions> {
  const before = new Map(previous.policies.map((policy) => [policy.id, policy]));
  const after = new Map(next.policies.map((policy) => [policy.id, policy]));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...ids].map((id) => {
      const [old, now] = [before.get(id), after.get(id)];
      return [id, { ...(old && { previous: old }), ...(now && { next: now }) }];
    }),
  );
}

/** Plans the way from one configuration to another. `stopGone` takes what goes away out of force first. */
export function planOf(previous: FortiConfig, next: FortiConfig, stopGone: boolean): Plan {
  const reach = reachOf(previous, next);
  const versions = versionsOf(previous, next);
  const denied = reach(keysOf([...versions.values()].flatMap(listed).filter(isDeny)));
  const courseOf = (both: Versions): Course => {
    if (listed(both).some(isDeny)) return 'grown first';
    return stopGone && !both.next ? 'stopped' : courseOfAllow(both, reach, denied);
  };
  const courses = new Map([...versions].map(([id, both]) => [id, courseOf(both)] as const));
  return { courseOf: (id) => courses.get(id) ?? 'at once', denied };
}
