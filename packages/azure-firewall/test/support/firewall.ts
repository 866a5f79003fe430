import { cidrsContain, portsContain } from '@azureml-firewall/rule-model';
import type { BareModel } from './lift-resources.js';

/** A connection of which everything is known; a host that is null is asked for by no name. */
export interface Connection {
  readonly direction: 'outbound';
  readonly source: string;
  readonly address: string;
  readonly host: string | null;
  readonly path: string | null;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** The addresses of each service tag. */
export type Tags = (tag: string) => readonly string[];

type Rule = BareModel['groups'][number]['collections'][number]['rules'][number];

function holds(prefixes: readonly string[], address: string): boolean {
  return prefixes.some((prefix) => prefix === '*' || cidrsContain([prefix], [`${address}/32`]));
}

function isHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*')) return pattern === host;
  return host.endsWith(pattern.slice(1)) && host !== pattern.slice(2);
}

/** `*.x` is what is below, `*x` any name that ends so (firewall-faq.yml, 2023-01). */
function matchesTarget(target: string, host: string): boolean {
  return target.startsWith('*') && !target.startsWith('*.') ? host.endsWith(target.slice(1)) : isHost(target, host);
}

function matchesUrl(target: string, host: string, path: string): boolean {
  const slash = target.indexOf('/');
  const [wantedHost, wanted] = [target.slice(0, slash), target.slice(slash)];
  if (wantedHost !== host) return false;
  return wanted.endsWith('/*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}

function matches(rule: Rule, { ipGroups }: BareModel, tags: Tags, connection: Connection): boolean {
  const { source, address, host, path, protocol, port } = connection;
  const grouped = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => ipGroups.find((group) => group.name === name)?.addresses ?? []);
  if (!holds([...rule.sourceAddresses, ...grouped(rule.sourceIpGroups ?? [])], source)) return false;
  if (rule.kind === 'application')
    return (
      protocol === 'tcp' &&
      host !== null &&
      rule.protocols.some((one) => one.port === port) &&
      rule.targets.some((target) =>
        rule.targetKind === 'url' ? matchesUrl(target, host, path ?? '') : matchesTarget(target, host),
      )
    );
  if (!rule.protocols.includes(protocol === 'tcp' ? 'TCP' : 'UDP')) return false;
  if (!portsContain(rule.ports, { from: port, to: port })) return false;
  const { destinationKind, destinations } = rule;
  // A name stands for the addresses that it resolves to: here each connection goes where its name does.
  if (destinationKind === 'fqdn') return host !== null && destinations.includes(host);
  const prefixes = {
    prefix: destinations,
    'ip-group': grouped(destinations),
    'service-tag': destinations.flatMap(tags),
  };
  return holds(prefixes[destinationKind], address);
}

/**
 * What a firewall does with a connection: all network rules, then all application rules, each by the priority of its
 * group and of its collection; the first that matches decides (rule-processing page).
 */
export function decide(model: BareModel, tags: Tags, connection: Connection): 'allow' | 'deny' {
  const collections = model.groups
    .toSorted((a, b) => a.priority - b.priority)
    .flatMap((group) => group.collections.toSorted((a, b) => a.priority - b.priority));
  for (const kind of ['network', 'application'] as const)
    for (const { action, rules } of collections)
      if (rules.some((rule) => rule.kind === kind && matches(rule, model, tags, connection)))
        return action === 'Allow' ? 'allow' : 'deny';
  return 'deny';
}
