import {
  accepted,
  parseDestination,
  refused,
  type AddressFamily,
  type Cidr,
  type Destination,
  type Parsed,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import type { FirewallPolicy, FortiConfig } from '../model.js';
import { defaults } from '../options.js';
import { resolverOf, type Resolver } from './resolve.js';

/** What a configuration does not say of itself. */
export interface LiftOptions extends Pick<Policy, 'cloud' | 'region' | 'edition'> {
  /** A policy from this interface is outbound. */
  readonly insideInterface?: string;
  /** What is in the lists that the FortiGate fetches, by their names. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

function isCidr(destination: Destination): destination is Cidr {
  return destination.kind === 'cidr';
}

/** The URLs that a web filter leaves of its addresses. */
function liftUrls(config: FortiConfig, webFilter: string): readonly Destination[] | undefined {
  const profile = config.webFilterProfiles.find(({ name }) => name === webFilter);
  const filter = config.urlFilters.find(({ id }) => id === profile?.urlFilter);
  const urls = (filter?.allowed ?? []).flatMap((url) => {
    const parsed = parseDestination(url);
    return parsed.ok ? parsed.value : [];
  });
  return filter?.allowed.length === urls.length ? urls : undefined;
}

function liftSources(names: readonly string[], family: AddressFamily, { addresses }: Resolver): Rule['sources'] {
  if (names.includes('all')) return [{ kind: 'any' }];
  // A name can't be a source in the rule model: the list is then empty, which is refused.
  const found = addresses(names, family) ?? [];
  return found.every(isCidr) ? found : [];
}

type Sides = Pick<Rule, 'sources' | 'destinations' | 'services'>;

function liftSides(
  policy: FirewallPolicy,
  family: AddressFamily,
  config: FortiConfig,
  resolver: Resolver,
): Parsed<Sides> {
  const pair = policy[family] ?? { sources: [], destinations: [] };
  const sources = liftSources(pair.sources, family, resolver);
  const addressed = resolver.addresses(pair.destinations, family);
  const destinations = policy.inspection ? liftUrls(config, policy.inspection.webFilter) : addressed;
  const services = resolver.services(policy.services);
  if (!destinations || !services || sources.length === 0)
    return refused('fortinet/undefined', policy.name, 'objects that are defined, and prefixes as sources');
  return accepted({ sources, destinations, services });
}

function liftPolicy(policy: FirewallPolicy, config: FortiConfig, resolver: Resolver, inside: string): Parsed<Rule>[] {
  const families = (['ipv4', 'ipv6'] as const).filter((family) => policy[family]);
  return families.map((family): Parsed<Rule> => {
    const side = liftSides(policy, family, config, resolver);
    if (!side.ok) return side;
    return accepted({
      id: family === 'ipv4' ? `policy-${policy.id}` : `policy-${policy.id}-ipv6`,
      purpose: policy.comments,
      action: policy.action === 'accept' ? 'allow' : 'deny',
      direction: policy.from === inside ? 'outbound' : 'inbound',
      ...side.value,
      necessity: 'required',
      origins: [{ requirement: policy.name, edition: 'device', section: 'firewall policy', source: 'FortiOS' }],
    });
  });
}

/**
 * A configuration as a policy of the rule model: one rule for each family of a policy, names in place of the addresses
 * that FortiOS looks up for them. A name stands for traffic to it, which the device tells by address alone.
 */
export function lift(config: FortiConfig, options: LiftOptions): Parsed<Policy> {
  const { insideInterface = defaults.insideInterface, lists = {}, cloud, region, edition } = options;
  const resolver = resolverOf(config, lists);
  const rules: Rule[] = [];
  for (const rule of config.policies.flatMap((policy) => liftPolicy(policy, config, resolver, insideInterface))) {
    if (!rule.ok) return rule;
    rules.push(rule.value);
  }
  const collections = rules.length > 0 ? [{ id: 'device', title: 'FortiGate', rules }] : [];
  return accepted({ cloud, region, edition, collections, routes: [] });
}
