import {
  accepted,
  anyPort,
  mergePorts,
  refused,
  type Parsed,
  type Policy,
  type PortRange,
  type Rule,
} from '@azureml-firewall/rule-model';
import type { Acl, Decision } from '../model.js';
import type { SquidFiles } from '../parse/parse-files.js';
import { intersectPorts, subtractPorts } from '../port-sets.js';
import { cidrsOf, destinationsOf, portsOf, resolverOf, type Resolver } from './resolve.js';

/** What a configuration does not say of itself. */
export type LiftOptions = Pick<Policy, 'cloud' | 'region' | 'edition'>;

/** A line with what it holds for, and the ports on which it decides anything. */
interface Line {
  readonly id: string;
  readonly action: Rule['action'];
  readonly reason: string;
  readonly conditions: readonly string[];
  readonly within: readonly PortRange[];
}

const actions = { splice: 'allow', terminate: 'deny', allow: 'allow', deny: 'deny' } as const;

/** Lines whose targets are asked for below: openings and closings have none, and dot segments belong to the path before. */
function isRule(conditions: readonly string[]): boolean {
  return (
    conditions.some((name) => name.startsWith('tcp_')) &&
    !conditions.includes('dot_segment') &&
    !conditions.includes('connect')
  );
}

/** The reason of a line is that of its rule, which stands above the first one. */
function withReason<Action extends string>(table: readonly Decision<Action>[]): readonly Decision<Action>[] {
  let last = '';
  return table.map((line) => {
    last = line.reason === '' ? last : line.reason;
    return { ...line, reason: last };
  });
}

/** What opens TLS says whom, and the request that shows then, which path: both lines have the same names. */
function openedLine({ conditions }: Decision<string>, model: SquidFiles): readonly Decision<'allow' | 'deny'>[] {
  const host = conditions.find((name) => name.endsWith('_host_sni'))?.replace(/_sni$/, '');
  return model.config.access.filter((line) => isRule(line.conditions) && line.conditions.some((name) => name === host));
}

/** The lines that decide: where connections are intercepted, each table for the ports that are sent to it. */
function linesOf(model: SquidFiles): readonly Line[] {
  const { access, tls } = model.config;
  const isExplicit = !model.config.ports.some(({ words }) => words.includes('intercept'));
  const http = isExplicit ? [anyPort] : (model.redirect?.http ?? []);
  const requests = withReason(access).filter(({ conditions }) => isRule(conditions));
  const first = requests.map((line, i) => ({ ...line, id: `access-${i + 1}`, within: http }));
  if (isExplicit) return first;
  const within = subtractPorts([anyPort], http);
  const second = withReason(tls).flatMap((line, i): readonly Line[] => {
    if (line.action === 'peek' || !isRule(line.conditions)) return [];
    const id = `tls-${i + 1}`;
    if (line.action !== 'bump') return [{ ...line, id, action: actions[line.action], within }];
    return openedLine(line, model).map((one, j) => ({
      ...one,
      reason: line.reason || one.reason,
      id: `${id}.${j + 1}`,
      within,
    }));
  });
  return [...first, ...second];
}

function aclsOf(conditions: readonly string[], { acl }: Resolver): readonly Acl[] {
  return conditions.filter((name) => !name.startsWith('!')).flatMap((name) => acl(name) ?? []);
}

function ruleOf({ id, action, reason, conditions, within }: Line, resolver: Resolver, all: Rule['sources']): Rule {
  const acls = aclsOf(conditions, resolver);
  const valuesOf = (type: Acl['type']): readonly string[] =>
    acls.filter((acl) => acl.type === type).flatMap(resolver.values);
  const [pattern] = valuesOf('urlpath_regex');
  const sources = cidrsOf(valuesOf('src'));
  const ports = intersectPorts(mergePorts(portsOf(valuesOf('port'))), within);
  return {
    id,
    purpose: reason === '' ? id : reason,
    action,
    direction: 'outbound',
    sources: sources.length > 0 ? sources : all,
    destinations: acls.flatMap((acl) => destinationsOf(acl, resolver.values(acl), pattern)),
    services: ports.length > 0 ? [{ protocol: 'tcp', ports }] : [],
    necessity: 'required',
    origins: [{ requirement: id, edition: 'device', section: 'squid.conf', source: 'squid' }],
  };
}

/**
 * A configuration as a policy of the rule model: one rule for each line that decides. A name stands for traffic that
 * names it, a prefix for traffic to it, also where an explicit proxy would have to be asked for the address itself.
 */
export function lift(model: SquidFiles, { cloud, region, edition }: LiftOptions): Parsed<Policy> {
  const resolver = resolverOf(model.config);
  const clients = model.clients.map((prefix) => ({ kind: 'cidr', prefix }) as const);
  const rules = linesOf(model)
    .map((line) => ruleOf(line, resolver, clients))
    .filter(({ services, sources }) => services.length > 0 && sources.length > 0);
  const empty = rules.find(({ destinations }) => destinations.length === 0);
  if (empty) return refused('squid/undefined', empty.id, 'conditions that are defined, with values');
  const collections = rules.length > 0 ? [{ id: 'device', title: 'squid', rules }] : [];
  return accepted({ cloud, region, edition, collections, routes: [] });
}
