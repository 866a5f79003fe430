import type { Destination, Policy, Route, Rule, Service, ServiceTag } from '@azureml-firewall/rule-model';
import { parseDestination, parsePorts } from '@azureml-firewall/rule-model';

/** A destination as a person writes it; service tags without addresses as `tag:AzureMachineLearning`. */
export function to(text: string): Destination {
  if (text.startsWith('tag:')) return { kind: 'service-tag', tag: text.slice(4) };
  const parsed = parseDestination(text);
  if (!parsed.ok) throw new Error(`no destination: ${text}`);
  return parsed.value;
}

/** A service tag with the addresses of a document. */
export function tag(name: string, ...prefixes: readonly string[]): ServiceTag {
  return { kind: 'service-tag', tag: name, resolved: { document: 'Public/download/375', prefixes } };
}

/** A service as a person writes it: `tcp/443,8787`. */
export function by(text: string, application?: Service['application']): Service {
  const [protocol, ports = ''] = text.split('/');
  const parsed = parsePorts(ports.split(','));
  if (!parsed.ok || (protocol !== 'tcp' && protocol !== 'udp')) throw new Error(`no service: ${text}`);
  return { protocol, ports: parsed.value, ...(application && { application }) };
}

/** A rule to some destinations by some services, with plain defaults. */
export function rule(
  id: string,
  destinations: readonly (string | Destination)[],
  services: readonly string[],
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    purpose: `Purpose of ${id}`,
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
    destinations: destinations.map((one) => (typeof one === 'string' ? to(one) : one)),
    services: services.map((service) => by(service)),
    necessity: 'required',
    origins: [{ requirement: id, edition: '2021-09-14', section: 'table#1', source: 'https://example.com/page' }],
    ...more,
  };
}

export const route: Route = {
  id: 'batch',
  purpose: 'Replies to the batch service',
  tag: 'BatchNodeManagement',
  byAddress: ['BatchNodeManagement.EastUS2'],
  nextHop: 'internet',
  origins: [{ requirement: 'batch', edition: '2021-09-14', section: 'routes', source: 'https://example.com/page' }],
};

/** A policy of some rules in one collection, or of none. */
export function policy(rules: readonly Rule[], more: Partial<Policy> = {}): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2021-09-14',
    collections: rules.length === 0 ? [] : [{ id: 'all', title: 'All', rules }],
    routes: [],
    ...more,
  };
}
