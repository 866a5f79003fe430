import { destinationText, type Destination } from '../model/destination.js';
import type { Origin } from '../model/origin.js';
import type { Policy, RuleCollection } from '../model/policy.js';
import type { Rule } from '../model/rule.js';
import { serviceText, type Service } from '../model/service.js';
import { sourceText } from '../model/source.js';
import { mergePorts } from '../net/ports.js';

/** Code-unit order: the same on every machine, whatever its locale. */
function byText<T>(text: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [text(a), text(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

function originKey({ requirement, edition, section, source }: Origin): string {
  return [requirement, edition, section, source].join('\n');
}

function mergeServices(services: readonly Service[]): readonly Service[] {
  const groups = new Map<string, Service>();
  for (const service of services) {
    const key = `${service.protocol} ${service.application ?? ''}`;
    const ports = mergePorts([...(groups.get(key)?.ports ?? []), ...service.ports]);
    groups.set(key, { ...service, ports });
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      byText<Service>((service) => service.protocol)(a, b) ||
      (a.ports[0]?.from ?? 0) - (b.ports[0]?.from ?? 0) ||
      byText(serviceText)(a, b),
  );
}

function normalizeDestinations(destinations: readonly Destination[]): readonly Destination[] {
  const key = (destination: Destination): string => `${destination.kind} ${destinationText(destination)}`;
  return uniqueBy(destinations, key).toSorted(byText(key));
}

/** A rule in its one spelling: no duplicates, lists sorted, the ports of a protocol and application in one service. */
export function normalizeRule(rule: Rule): Rule {
  return {
    ...rule,
    sources: uniqueBy(rule.sources, sourceText).toSorted(byText(sourceText)),
    destinations: normalizeDestinations(rule.destinations),
    services: mergeServices(rule.services),
    origins: uniqueBy(rule.origins, originKey).toSorted(byText(originKey)),
  };
}

/** What a rule does, whatever its name and origin. */
function meaningOf(rule: Rule): string {
  return JSON.stringify([rule.action, rule.direction, rule.sources, rule.destinations, rule.services]);
}

function mergeOrigins(kept: Rule, twin: Rule): Rule {
  return normalizeRule({ ...kept, origins: [...kept.origins, ...twin.origins] });
}

/**
 * The same policy in its one spelling. Rules of one meaning within a run of equal action become the first of them, with
 * the origins of all; the order of rules is kept, since the first match decides. Empty collections are left out.
 */
export function normalize(policy: Policy): Policy {
  const homes = new Map<string, string>();
  const kept = new Map<string, Rule>();
  let run = 0;
  let action: string | undefined;
  for (const rule of policy.collections.flatMap((collection) => collection.rules).map(normalizeRule)) {
    if (rule.action !== action) run++;
    action = rule.action;
    const meaning = `${run} ${meaningOf(rule)}`;
    const home = kept.get(homes.get(meaning) ?? '');
    if (home) kept.set(home.id, mergeOrigins(home, rule));
    else {
      homes.set(meaning, rule.id);
      kept.set(rule.id, rule);
    }
  }
  const collections = policy.collections.map((collection): RuleCollection => ({
    ...collection,
    rules: collection.rules.flatMap((rule) => kept.get(rule.id) ?? []),
  }));
  return { ...policy, collections: collections.filter(({ rules }) => rules.length > 0) };
}
