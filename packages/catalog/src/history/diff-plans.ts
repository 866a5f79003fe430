import {
  destinationText,
  entriesOf,
  serviceText,
  sourceText,
  type Entry,
  type Policy,
} from '@azureml-firewall/rule-model';
import type { InClusterTraffic, Prerequisite } from '../edition/edition.js';
import { loadEdition, type EditionId } from '../edition/editions.js';
import { planEdition, type PlanEditionOptions } from '../plan/plan-edition.js';
import { holds } from '../predicate.js';
import { completeProfile } from '../profile/defaults.js';
import type { ProfileInput } from '../profile/profile.js';
import { adviceFor } from './advice.js';
import type { Change } from './change.js';
import { comparableWith } from './comparable.js';
import { compareEditions, type EditionDiff } from './diff-editions.js';
import { inClusterKind, type InClusterChange } from './in-cluster-change.js';
import { changesForOne, type ItemChange, type ItemKind } from './item-change.js';
import { prerequisiteKind, type PrerequisiteChange } from './prerequisite-change.js';
import { routeKind, type RouteChange } from './route-change.js';

/** What only one of two editions asks for, for one workspace. */
export interface RuleChange {
  readonly requirement: string;
  readonly direction: 'inbound' | 'outbound';
  /** Names filled in; for inbound traffic what it comes from. */
  readonly destination: string;
  /** `tcp/443`, `tcp/8787,18881`. */
  readonly services: readonly string[];
  readonly purpose: string;
  /** What to do, in one line. */
  readonly advice: string;
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
  /** What network policies inside its Kubernetes cluster must let pass, or no longer. */
  readonly inCluster: readonly InClusterChange[];
  readonly prerequisites: readonly PrerequisiteChange[];
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

function onlyIn(mine: readonly Entry[], theirs: readonly Entry[], adviceFor: (id: string) => string): RuleChange[] {
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
      advice: adviceFor(requirement),
    });
  }
  return [...changes.values()];
}

/** What to do about what a workspace gains. */
const gainedAdvice = (): string => adviceFor({ kind: 'added', impacts: [] });

/** What to do about what it loses: a requirement that has ended says it itself. */
function lostAdvice(changes: readonly Change[]): (id: string) => string {
  const retired = new Map(changes.flatMap((one) => (one.retired ? [[one.requirement, one.retired] as const] : [])));
  return (id) => {
    const end = retired.get(id);
    return adviceFor({ kind: 'removed', impacts: [], ...(end && { retired: end }) });
  };
}

/** Changes of routes that make a difference to the plans. */
function routesBetween({ routes }: EditionDiff, before: Policy, after: Policy): readonly RouteChange[] {
  const policies = { before, after };
  return changesForOne(routes, routeKind, ({ id }, side) => {
    const found = policies[side].routes.find((route) => route.id === id);
    return found && JSON.stringify([found.tag, found.byAddress]);
  });
}

/** Changes of items that come on top under a condition. */
function conditionalBetween<Item extends InClusterTraffic | Prerequisite>(
  changes: readonly ItemChange<Item>[],
  kindOf: ItemKind<Item>,
  profile: ProfileInput,
): readonly ItemChange<Item>[] {
  const complete = completeProfile(profile);
  return changesForOne(changes, kindOf, (item) =>
    holds(item.when, complete) ? JSON.stringify({ ...item, when: undefined, at: undefined }) : undefined,
  );
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
  const diff = compareEditions(older, newer);
  const [before, after] = [entriesOf(oldPolicy), entriesOf(newPolicy)];
  const gained = onlyIn(after, before, gainedAdvice);
  const lost = onlyIn(before, after, lostAdvice(diff.changes));
  const touched = new Set([...gained, ...lost].map(({ requirement }) => requirement));
  return {
    from,
    to,
    gained,
    lost,
    routes: routesBetween(diff, oldPolicy, newPolicy),
    inCluster: conditionalBetween(diff.inCluster, inClusterKind, profile),
    prerequisites: conditionalBetween(diff.prerequisites, prerequisiteKind, profile),
    changes: diff.changes.filter(({ requirement }) => touched.has(requirement)),
  };
}
