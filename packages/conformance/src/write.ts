import {
  normalize,
  parseDestination,
  parsePorts,
  type Destination,
  type Policy,
  type Route,
  type Rule,
  type Service,
  type ServiceTag,
} from '@azureml-firewall/rule-model';

/**
 * A destination as a person writes it: `*.example.com`, `192.0.2.0/24`; a service tag as `tag:Storage`.
 * @throws Error for a text that is none.
 */
export function to(text: string): Destination {
  if (text.startsWith('tag:')) return { kind: 'service-tag', tag: text.slice(4) };
  const parsed = parseDestination(text);
  if (!parsed.ok) throw new Error(`no destination: ${text}`);
  return parsed.value;
}

/** A service tag with the addresses that a dated document gives it. */
export function tag(name: string, ...prefixes: readonly string[]): ServiceTag {
  return { kind: 'service-tag', tag: name, resolved: { document: 'Public/download/375', prefixes } };
}

/**
 * A service as a person writes it: `tcp/443,8704-8710`, `udp/*`.
 * @throws Error for a text that is none.
 */
export function by(text: string, application?: Service['application']): Service {
  const [protocol, ports = ''] = text.split('/');
  const parsed = parsePorts(ports.split(','));
  if (!parsed.ok || (protocol !== 'tcp' && protocol !== 'udp')) throw new Error(`no service: ${text}`);
  return { protocol, ports: parsed.value, ...(application && { application }) };
}

/** A required outbound allow from `10.20.0.0/16`, unless it is said otherwise. */
export function rule(
  id: string,
  destinations: readonly (string | Destination)[],
  services: readonly (string | Service)[],
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    purpose: `Purpose of ${id}`,
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
    destinations: destinations.map((one) => (typeof one === 'string' ? to(one) : one)),
    services: services.map((one) => (typeof one === 'string' ? by(one) : one)),
    necessity: 'required',
    origins: [{ requirement: id, edition: '2021-09-14', section: 'table#1', source: 'https://example.com/page' }],
    ...more,
  };
}

/** A route past the firewall to the addresses of a tag. */
export function route(id: string, more: Partial<Route> = {}): Route {
  return {
    id,
    purpose: `Purpose of ${id}`,
    tag: 'BatchNodeManagement',
    byAddress: ['BatchNodeManagement.EastUS2'],
    nextHop: 'internet',
    origins: [{ requirement: id, edition: '2021-09-14', section: 'routes', source: 'https://example.com/page' }],
    ...more,
  };
}

/** A policy of some rules in one collection, as they are written: doubles and prefixes that lie in others are kept. */
export function draft(rules: readonly Rule[], more: Partial<Policy> = {}): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2021-09-14',
    collections: rules.length === 0 ? [] : [{ id: 'all', title: 'All', rules }],
    routes: [],
    ...more,
  };
}

/** A policy of some rules in one collection, in its one spelling. */
export function policy(rules: readonly Rule[], more: Partial<Policy> = {}): Policy {
  return normalize(draft(rules, more));
}
