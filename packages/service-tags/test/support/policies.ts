import type { Destination, Origin, Policy, Route, Rule, ServiceTag } from '@azureml-firewall/rule-model';

const origins: readonly Origin[] = [
  { requirement: 'storage', edition: '2021-09-14', section: 'outbound#1', source: 'https://example.com/article' },
];

export function tagNamed(tag: string): ServiceTag {
  return { kind: 'service-tag', tag };
}

export function ruleTo(id: string, destinations: readonly Destination[], changes: Partial<Rule> = {}): Rule {
  return {
    id,
    purpose: 'Reads data',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }],
    destinations,
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins,
    ...changes,
  };
}

export function routeTo(id: string, tag: string, byAddress: readonly string[]): Route {
  return { id, purpose: 'Answers of the service', tag, byAddress, nextHop: 'internet', origins };
}

export function policyOf(rules: readonly Rule[], routes: readonly Route[] = []): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2021-09-14',
    collections: [{ id: 'all', title: 'All', rules }],
    routes,
  };
}
