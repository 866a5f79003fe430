import { isCloud, parseCidr, refused, type Parsed, type Refusal } from '@azureml-firewall/rule-model';
import { findRegion, parseTagRegion } from '../region.js';
import { parseBecause, parseExtraDestination, parseProtocolPorts } from './extra.js';
import {
  parseAddress,
  parseHostLabel,
  parseRegistryName,
  parseStorageAccountName,
  parseWorkspaceId,
  parseZoneName,
} from './naming.js';
import type { ProfileIssue } from './profile-error.js';
import type { ExtraNeed, KubernetesProfile, NetworkProfile, Profile } from './profile.js';

type Path = readonly (string | number)[];
type Check = readonly [path: Path, parsed: Parsed<unknown>];

function optional<T>(path: Path, value: T | undefined, parse: (value: T) => Parsed<unknown>): Check[] {
  return value === undefined ? [] : [[path, parse(value)]];
}

function noSources(): Parsed<never> {
  return refused('profile/no-sources', 'none', 'at least one prefix; leave sources out for traffic from any address');
}

function checkZones({ zones }: NetworkProfile): Check[] {
  return Object.entries(zones).flatMap(([name, zone]): Check[] => [
    [['network', 'zones', name], parseZoneName(name)],
    [['network', 'zones', name], parseZoneName(zone)],
  ]);
}

function checkSources({ sources }: NetworkProfile): Check[] {
  const lists: readonly (readonly [Path, readonly string[]])[] = Array.isArray(sources)
    ? [[['network', 'sources'], sources as readonly string[]]]
    : Object.entries(sources).map(([role, list]) => [['network', 'sources', role], list as readonly string[]]);
  // A map without addresses, or a role without any, would leave rules out that somebody expects.
  const empty = lists.filter(([path, list]) => list.length === 0 && path.length > 2);
  return [
    ...(lists.length === 0 ? [[['network', 'sources'], noSources()] as const] : []),
    ...empty.map(([path]): Check => [path, noSources()]),
    ...lists.flatMap(([path, list]) => list.map((prefix, i): Check => [[...path, i], parseCidr(prefix)])),
  ];
}

function checkKubernetes({ clusterName, apiServer, endpointName }: KubernetesProfile): Check[] {
  return [
    ...optional(['kubernetes', 'clusterName'], clusterName, parseHostLabel),
    ...optional(['kubernetes', 'apiServer'], apiServer, parseAddress),
    ...optional(['kubernetes', 'endpointName'], endpointName, parseHostLabel),
  ];
}

function checkExtra(need: ExtraNeed, i: number, cloud: Profile['cloud']): Check[] {
  const field = need.to === undefined && need.tag !== undefined ? 'tag' : 'to';
  return [
    [['extra', i, field], parseExtraDestination(need)],
    ...(need.tag === undefined ? [] : [[['extra', i, 'tag'], parseTagRegion(cloud, need.tag)] as const]),
    ...need.ports.map((ports, p): Check => [['extra', i, 'ports', p], parseProtocolPorts(ports)]),
    ...(need.ports.length > 0
      ? []
      : [[['extra', i, 'ports'], refused('profile/ports', 'none', 'at least one port')] as const]),
    [['extra', i, 'because'], parseBecause(need.because)],
  ];
}

function issueOf(path: Path, refusal: Refusal): ProfileIssue {
  return { path, found: JSON.stringify(refusal.found), expected: refusal.expected };
}

/** What Azure, or the model's parsers, would refuse in a profile of the right shape. */
export function checkProfile(profile: Profile): readonly ProfileIssue[] {
  const { cloud, region, storage, registry, workspaceId, kubernetes, network, extra } = profile;
  const checks: Check[] = [
    isCloud(cloud)
      ? [['region'], findRegion(cloud, region)]
      : [['cloud'], refused('profile/cloud', String(cloud), 'public, usgov or china')],
    ...optional(['storage'], storage, parseStorageAccountName),
    ...optional(['registry'], registry, parseRegistryName),
    ...optional(['workspaceId'], workspaceId, parseWorkspaceId),
    ...checkKubernetes(kubernetes),
    ...checkSources(network),
    ...network.dns.map((address, i): Check => [['network', 'dns', i], parseAddress(address)]),
    ...checkZones(network),
    ...extra.flatMap((need, i) => checkExtra(need, i, cloud)),
  ];
  return checks.flatMap(([path, parsed]) => (parsed.ok ? [] : [issueOf(path, parsed.refusal)]));
}
