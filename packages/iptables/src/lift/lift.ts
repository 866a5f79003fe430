import { familyOf, type Destination, type Policy, type Rule, type Source } from '@azureml-firewall/rule-model';
import type { Fill, FilterRule, PacketFilter, SetRef } from '../model.js';
import { resolves } from './resolves.js';

/** What files do not say of themselves. */
export type LiftOptions = Pick<Policy, 'cloud' | 'region' | 'edition'>;

const everything = { ipv4: '0.0.0.0/0', ipv6: '::/0' } as const;

function prefixesOf({ sets }: PacketFilter, { use, label }: SetRef, { family }: FilterRule): readonly string[] {
  return sets.find((set) => set.use === use && set.label === label && set.family === family)?.prefixes ?? [];
}

function hasSet({ sets }: Fill, { label }: SetRef): boolean {
  return sets.some((set) => set.label === label);
}

/** The names of which a set has the addresses: what the resolver answers, and puts into it. */
function namesIn({ answers, fills }: PacketFilter, ref: SetRef): readonly Destination[] {
  return fills
    .filter((fill) => hasSet(fill, ref))
    .flatMap(({ domain }): readonly Destination[] => [
      ...(resolves(answers, domain) ? [{ kind: 'fqdn' as const, host: domain }] : []),
      ...(resolves(answers, `*.${domain}`) ? [{ kind: 'wildcard' as const, parent: domain }] : []),
    ]);
}

/** What comes into the chain where the rule says nothing: the own network of a gateway, or anybody. */
function sourcesOf(filter: PacketFilter, rule: FilterRule): readonly Source[] {
  const own = rule.chain === 'out' ? prefixesOf(filter, { use: 'own', label: '' }, rule) : [];
  const listed = rule.source ? prefixesOf(filter, rule.source, rule) : own;
  const prefixes = listed.length > 0 ? listed : [everything[rule.family]];
  return prefixes.map((prefix) => ({ kind: 'cidr', prefix }));
}

function destinationsOf(filter: PacketFilter, rule: FilterRule): readonly Destination[] {
  if (rule.destination.use === 'dns') return namesIn(filter, rule.destination);
  return prefixesOf(filter, rule.destination, rule)
    .filter((prefix) => familyOf(prefix) === rule.family)
    .map((prefix) => ({ kind: 'cidr', prefix }));
}

function liftRule(filter: PacketFilter, rule: FilterRule, place: number): readonly Rule[] {
  const destinations = destinationsOf(filter, rule);
  if (destinations.length === 0) return [];
  const { chain, action, protocol, ports, comment } = rule;
  return [
    {
      id: `rule-${place + 1}`,
      purpose: comment,
      action,
      direction: chain === 'out' ? 'outbound' : 'inbound',
      sources: sourcesOf(filter, rule),
      destinations,
      services: [{ protocol, ports }],
      necessity: 'required',
      origins: [{ requirement: `rule-${place + 1}`, edition: 'device', section: 'filter', source: 'netfilter' }],
    },
  ];
}

/**
 * A filter as a policy of the rule model: one rule for each line, names in place of the addresses that the resolver puts
 * into sets. A name stands for traffic to it, which netfilter tells by address alone.
 */
export function lift(filter: PacketFilter, { cloud, region, edition }: LiftOptions): Policy {
  const rules = filter.rules.flatMap((rule, place) => liftRule(filter, rule, place));
  const collections = rules.length > 0 ? [{ id: 'device', title: 'Linux', rules }] : [];
  return { cloud, region, edition, collections, routes: [] };
}
