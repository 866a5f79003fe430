import {
  accepted,
  destinationText,
  parsePorts,
  refused,
  type Destination,
  type Parsed,
  type Policy,
  type Rule,
  type Service,
  type Source,
} from '@azureml-firewall/rule-model';
import { stableHash } from '@azureml-firewall/renderer-kit';
import type { PanosConfig, SecurityRule } from '../model.js';
import { defaults } from '../options.js';
import { resolveAll, resolver, type ListContents, type Resolve } from './members.js';
import { liftUrl } from './urls.js';

/** What a configuration does not say of itself. */
export interface LiftOptions extends Pick<Policy, 'cloud' | 'region' | 'edition'> {
  /** A rule from any of these zones is outbound. */
  readonly insideZones?: readonly string[];
  /** What is in the lists that the firewall fetches. */
  readonly lists?: ListContents;
}

function once(destinations: readonly Destination[]): readonly Destination[] {
  return [...new Map(destinations.map((one) => [destinationText(one), one])).values()];
}

function isAny(values: readonly string[]): boolean {
  return values.length === 1 && values[0] === 'any';
}

function liftDestinations(rule: SecurityRule, config: PanosConfig, resolve: Resolve): Parsed<readonly Destination[]> {
  const anywhere = isAny(rule.destination);
  if (anywhere === isAny(rule.category))
    return refused('palo-alto/not-expressible', rule.name, 'either addresses or URL categories as destination');
  if (!anywhere) return resolveAll(rule.destination, resolve);
  const entries = rule.category.map((name) => config.categories.find((category) => category.name === name)?.entries);
  if (entries.includes(undefined)) return refused('palo-alto/undefined', rule.name, 'categories that are defined');
  return resolveAll(
    entries.flatMap((list) => list ?? []),
    liftUrl,
  );
}

function liftServices(rule: SecurityRule, config: PanosConfig): Parsed<readonly Service[]> {
  const services: Service[] = [];
  for (const name of rule.service) {
    const service = config.services.find((one) => one.name === name);
    const ports = service && parsePorts(service.ports.split(','));
    if (!service || !ports?.ok) return refused('palo-alto/undefined', name, 'a service that is defined');
    services.push({ protocol: service.protocol, ports: ports.value });
  }
  return accepted(services);
}

function liftSources(rule: SecurityRule, resolve: Resolve): Parsed<readonly Source[]> {
  if (isAny(rule.source)) return accepted([{ kind: 'any' }]);
  const found = resolveAll(rule.source, resolve);
  if (!found.ok) return found;
  const addresses = once(found.value);
  const cidrs = addresses.flatMap((one) => (one.kind === 'cidr' ? one : []));
  return cidrs.length === addresses.length
    ? accepted(cidrs)
    : refused('palo-alto/not-expressible', rule.name, 'prefixes as sources');
}

function liftRule(rule: SecurityRule, config: PanosConfig, resolve: Resolve, options: LiftOptions): Parsed<Rule> {
  const { insideZones = defaults.insideZones } = options;
  const destinations = liftDestinations(rule, config, resolve);
  if (!destinations.ok) return destinations;
  const sources = liftSources(rule, resolve);
  if (!sources.ok) return sources;
  const services = liftServices(rule, config);
  if (!services.ok) return services;
  const id = `${rule.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.${stableHash(rule.name)}`;
  return accepted({
    id,
    purpose: rule.description,
    action: rule.action,
    direction: rule.from.every((zone) => insideZones.includes(zone)) ? 'outbound' : 'inbound',
    sources: sources.value,
    destinations: once(destinations.value),
    services: services.value,
    necessity: 'required',
    origins: [{ requirement: rule.name, edition: options.edition, section: 'security rules', source: 'configuration' }],
  });
}

/**
 * A configuration that this package printed as a policy, so that `evaluate` can judge it. Two things can't be said there:
 * a URL category matches web traffic only, and an FQDN object means addresses. Both are lifted as the host by name.
 */
export function lift(config: PanosConfig, options: LiftOptions): Parsed<Policy> {
  const resolve = resolver(config, options.lists ?? {});
  const rules: Rule[] = [];
  for (const rule of config.rules) {
    const lifted = liftRule(rule, config, resolve, options);
    if (!lifted.ok) return lifted;
    rules.push(lifted.value);
  }
  const { cloud, region, edition } = options;
  const collections = rules.length === 0 ? [] : [{ id: 'security-rules', title: 'Security rules', rules }];
  return accepted({ cloud, region, edition, collections, routes: [] });
}
