import { destinationText, type Destination } from '../model/destination.js';
import type { Origin } from '../model/origin.js';
import type { Policy, RuleCollection } from '../model/policy.js';
import { necessities, type Rule } from '../model/rule.js';
import { serviceText, type Service } from '../model/service.js';
import { sourceText, type Source } from '../model/source.js';
import { mergePorts } from '../net/ports.js';

function textKey(text: string): string {
  return text;
}

function originKey({ requirement, edition, section, source }: Origin): string {
  return JSON.stringify([requirement, edition, section, source]);
}

/** Two resolutions of a tag are two things: neither may vanish behind the other. The order of prefixes is the document's. */
function resolvedKey(item: Source | Destination): string {
  if (item.kind !== 'service-tag' || !item.resolved) return '';
  return JSON.stringify([item.resolved.document, ...item.resolved.prefixes]);
}

function sourceKey(source: Source): string {
  return `${sourceText(source)} ${source.kind}${resolvedKey(source)}`;
}

function destinationKey(destination: Destination): string {
  return `${destination.kind} ${destinationText(destination)}${resolvedKey(destination)}`;
}

function serviceKey(service: Service): string {
  const first = String(service.ports[0]?.from ?? 0).padStart(5, '0');
  return `${service.protocol} ${first} ${serviceText(service)} ${service.application ?? ''}`;
}

/** In code-unit order: the same on every machine, whatever its locale. */
function sortedUnique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const byKey = new Map(items.map((item) => [key(item), item]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}

function mergeServices(services: readonly Service[]): readonly Service[] {
  const groups = groupBy(services, ({ protocol, application }) => `${protocol} ${application ?? ''}`);
  const merged = groups.map((group) => ({ ...group[0], ports: mergePorts(group.flatMap(({ ports }) => ports)) }));
  return sortedUnique(merged, serviceKey);
}

/** A rule in its one spelling: no duplicates, lists sorted, the ports of a protocol and application in one service. */
export function normalizeRule(rule: Rule): Rule {
  const { coveredBy = [], covering = [], ...rest } = rule;
  return {
    ...rest,
    sources: sortedUnique(rule.sources, sourceKey),
    destinations: sortedUnique(rule.destinations, destinationKey),
    services: mergeServices(rule.services),
    ...(coveredBy.length > 0 && { coveredBy: sortedUnique(coveredBy, textKey) }),
    ...(covering.length > 0 && { covering: sortedUnique(covering, destinationKey) }),
    origins: sortedUnique(rule.origins, originKey),
  };
}

/** What a normalized rule does, whatever its name and origin. */
function meaningOf({ action, direction, sources, destinations, services }: Rule): string {
  return JSON.stringify([
    action,
    direction,
    sources.map(sourceKey),
    destinations.map(destinationKey),
    services.map(serviceKey),
  ]);
}

/** The first of the twins with what all of them know, as badly needed as the one that is needed most. */
function mergeTwins(twins: readonly [Rule, ...Rule[]]): Rule {
  const [first] = twins;
  if (twins.length === 1) return first;
  return normalizeRule({
    ...first,
    necessity: necessities.find((necessity) => twins.some((twin) => twin.necessity === necessity)) ?? first.necessity,
    coveredBy: twins.flatMap(({ coveredBy }) => coveredBy ?? []),
    covering: twins.flatMap(({ covering }) => covering ?? []),
    origins: twins.flatMap(({ origins }) => origins),
  });
}

interface Placed {
  readonly collection: number;
  readonly run: number;
  readonly rule: Rule;
}

/** The rules in the order of match, each with its collection and the run of equal action in which it stands. */
function placedRules(collections: readonly RuleCollection[]): readonly Placed[] {
  let run = 0;
  let action: string | undefined;
  return collections.flatMap(({ rules }, collection) =>
    rules.map((rule) => {
      if (rule.action !== action) run++;
      action = rule.action;
      return { collection, run, rule: normalizeRule(rule) };
    }),
  );
}

/**
 * The same policy in its one spelling. Rules of one meaning within a run of equal action become the first of them, with
 * the origins and covering tags of all and the strongest necessity; the order of rules is kept, since the first match
 * decides. Empty collections are left out.
 */
export function normalize(policy: Policy): Policy {
  const twins = groupBy(placedRules(policy.collections), ({ run, rule }) => `${run} ${meaningOf(rule)}`);
  const rulesOf = policy.collections.map((): Rule[] => []);
  for (const group of twins) {
    const [{ rule, collection }, ...others] = group;
    rulesOf[collection]?.push(mergeTwins([rule, ...others.map((twin) => twin.rule)]));
  }
  const collections = policy.collections.map((collection, c) => ({ ...collection, rules: rulesOf[c] ?? [] }));
  return {
    ...policy,
    collections: collections.filter(({ rules }) => rules.length > 0),
    routes: policy.routes.map((route) => ({ ...route, origins: sortedUnique(route.origins, originKey) })),
  };
}
