import { isCloud, parseCidr, refused, type Parsed, type Refusal } from '@azureml-firewall/rule-model';
import { findRegion } from '../region.js';
import { parseBecause, parseExtraDestination, parseProtocolPorts } from './extra.js';
import {
  parseAddress,
  parseHostLabel,
  parseRegistryName,
  parseStorageAccountName,
  parseWorkspaceId,
} from './naming.js';
import type { ProfileIssue } from './profile-error.js';
import type { ExtraNeed, KubernetesProfile, NetworkProfile, Profile } from './profile.js';

type Path = readonly (string | number)[];
type Check = readonly [path: Path, parsed: Parsed<unknown>];

function optional<T>(path: Path, value: T | undefined, parse: (value: T) => Parsed<unknown>): Check[] {
  return value === undefined ? [] : [[path, parse(value)]];
}

function checkSources({ sources }: NetworkProfile): Check[] {
  const lists: readonly (readonly [Path, readonly string[]])[] = Array.isArray(sources)
    ? [[['network', 'sources'], sources as readonly string[]]]
    : Object.entries(sources).map(([role, list]) => [['network', 'sources', role], list as readonly string[]]);
  return lists.flatMap(([path, list]) => list.map((prefix, i): Check => [[...path, i], parseCidr(prefix)]));
}

function checkKubernetes({ clusterName, apiServer, endpointName }: KubernetesProfile): Check[] {
  return [
    ...optional(['kubernetes', 'clusterName'], clusterName, parseHostLabel),
    ...optional(['kubernetes', 'apiServer'], apiServer, parseAddress),
    ...optional(['kubernetes', 'endpointName'], endpointName, parseHostLabel),
  ];
}

function checkExtra(need: ExtraNeed, i: number): Check[] {
  const field = need.to === undefined && need.tag !== undefined ? 'tag' : 'to';
  return [
    [['extra', i, field], parseExtraDestination(need)],
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
    ...network.dns.map((address, i): Check => [['network', 'dns', i], parseCidr(address)]),
    ...extra.flatMap(checkExtra),
  ];
  return checks.flatMap(([path, parsed]) => (parsed.ok ? [] : [issueOf(path, parsed.refusal)]));
}
