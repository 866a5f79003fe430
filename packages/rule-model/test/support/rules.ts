import {
  parseDestination,
  parsePorts,
  type Action,
  type Destination,
  type Policy,
  type Protocol,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';
import { policy } from './policy.js';

/** A destination from its text; what starts with a capital is a service tag. */
export function to(text: string): Destination {
  if (/^[A-Z]/.test(text)) return { kind: 'service-tag', tag: text };
  const parsed = parseDestination(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.refusal.code}`);
  return parsed.value;
}

/** A tag with its addresses. */
export function tag(
  name: string,
  prefixes: readonly string[],
  document = 'week 1',
): Destination & { kind: 'service-tag' } {
  return { kind: 'service-tag', tag: name, resolved: { document, prefixes } };
}

/** A service from its text: `tcp/443,8787`. */
export function by(text: string): Service {
  const [protocol = '', ports = ''] = text.split('/');
  const parsed = parsePorts(ports.split(','));
  if (!parsed.ok) throw new Error(`${text}: ${parsed.refusal.code}`);
  return { protocol: protocol as Protocol, ports: parsed.value };
}

/** A rule from any source: to these destinations, by these services. */
export function ruleTo(
  id: string,
  action: Action,
  destinations: readonly (string | Destination)[],
  services: readonly string[] = ['tcp/443'],
  changes: Partial<Rule> = {},
): Rule {
  return {
    id,
    purpose: 'Installs packages',
    action,
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: destinations.map((item) => (typeof item === 'string' ? to(item) : item)),
    services: services.map(by),
    necessity: 'recommended',
    origins: [{ requirement: id, edition: '2021-09-14', section: 's', source: 'https://example.com' }],
    ...changes,
  };
}

/** A policy of these rules in one collection. */
export function policyOf(...rules: readonly Rule[]): Policy {
  return { ...policy, collections: [{ id: 'c', title: 'C', rules }], routes: [] };
}
