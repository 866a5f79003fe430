import {
  destinationText,
  entriesOf,
  serviceText,
  sourceText,
  type Entry,
  type Policy,
} from '@azureml-firewall/rule-model';
import type { Edition } from '../edition/edition.js';
import { loadEdition, type EditionId } from '../edition/editions.js';
import { planEdition, type PlanEditionOptions } from '../plan/plan-edition.js';
import type { ProfileInput } from '../profile/profile.js';
import type { Change } from './change.js';
import { comparableWith } from './comparable.js';
import { diffEditions } from './diff-editions.js';
import { compareRoutes, routeAdvice, type RouteChange } from './route-change.js';

/** What only one of two editions asks for, for one workspace. */
export interface RuleChange {
  readonly requirement: string;
  readonly direction: 'inbound' | 'outbound';
  /** Names filled in; for inbound traffic what it comes from. */
  readonly destination: string;
  /** `tcp/443`, `tcp/8787,18881`. */
  readonly services: readonly string[];
  readonly purpose: string;
}

/** What the change from one edition to another means for one workspace. */
export interface PlanDiff {
  readonly from: EditionId;
  readonly to: EditionId;
  /** Asked for by the newer edition only. */
  readonly gained: readonly RuleChange[];
  /** Asked for by the older edition only. */
  readonly lost: readonly RuleChange[];
  /** Routes that only one of the editions asks of this workspace, or that they ask for differently. */
  readonly routes: readonly RouteChange[];
  /** The changes of the catalog behind them. */
  readonly changes: readonly Change[];
}

function peerOf({ rule, destination }: Entry): string {
  return rule.direction === 'inbound' ? rule.sources.map(sourceText).join(', ') : destinationText(destination);
}

/** Each port of an entry by itself, so that a port added to a list is the only one that counts as new. */
function flat(entry: Entry): readonly (readonly [key: string, entry: Entry])[] {
  return entry.service.ports.map((range) => {
    const service = { protocol: entry.service.protocol, ports: [range] };
    return [`${entry.rule.direction} ${peerOf(entry)} ${serviceText(service)}`, { ...entry, service }];
  });
}

function onlyIn(mine: readonly Entry[], theirs: readonly Entry[]): readonly RuleChange[] {
  const known = new Set(theirs.flatMap(flat).map(([key]) => key));
  const changes = new Map<string, RuleChange>();
  for (const [key, entry] of mine.flatMap(flat)) {
    if (known.has(key)) continue;
    const id = `${entry.rule.id} ${peerOf(entry)}`;
    const services = changes.get(id)?.services ?? [];
    const { requirement = entry.rule.id } = entry.rule.origins[0] ?? {};
    changes.set(id, {
      requirement,
      direction: entry.rule.direction,
      destination: peerOf(entry),
      services: [...new Set([...services, serviceText(entry.service)])],
      purpose: entry.rule.purpose,
    });
  }
  return [...changes.values()];
}

/** Changes of routes that make a difference to the plans: a condition that holds in both editions makes none. */
function routesBetween(older: Edition, newer: Edition, before: Policy, after: Policy): readonly RouteChange[] {
  const asked = ({ routes }: Policy, route: string): string | undefined => {
    const found = routes.find(({ id }) => id === route);
    return found && JSON.stringify([found.tag, found.byAddress]);
  };
  return compareRoutes(older, newer).flatMap((change): RouteChange[] => {
    const [old, now] = [asked(before, change.route), asked(after, change.route)];
    if (old === now) return [];
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ ...change, kind, advice: routeAdvice[kind] }];
  });
}

/**
 * What the change from one edition to another means for a workspace: what to allow, and what is no longer asked for.
 * @throws ProfileError and RangeError as `plan` does.
 */
export function diffPlans(
  profile: ProfileInput,
  from: EditionId,
  to: EditionId,
  options: PlanEditionOptions = {},
): PlanDiff {
  const [older, newer] = [loadEdition(from), loadEdition(to)];
  const oldPolicy = planEdition(comparableWith(older, newer), profile, options).policy;
  const newPolicy = planEdition(comparableWith(newer, older), profile, options).policy;
  const [before, after] = [entriesOf(oldPolicy), entriesOf(newPolicy)];
  const gained = onlyIn(after, before);
  const lost = onlyIn(before, after);
  const touched = new Set([...gained, ...lost].map(({ requirement }) => requirement));
  const changes = diffEditions(from, to).changes.filter(({ requirement }) => touched.has(requirement));
  return { from, to, gained, lost, routes: routesBetween(older, newer, oldPolicy, newPolicy), changes };
}
