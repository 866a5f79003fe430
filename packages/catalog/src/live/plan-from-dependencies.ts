import {
  destinationText,
  normalize,
  type Origin,
  type Policy,
  type Refusal,
  type Rule,
} from '@azureml-firewall/rule-model';
import { servicesOf } from '../plan/services.js';
import { ownAddresses } from '../plan/sources.js';
import { checkProfile } from '../profile/check-profile.js';
import { completeProfile } from '../profile/defaults.js';
import { ProfileError } from '../profile/profile-error.js';
import { roles, type ProfileInput } from '../profile/profile.js';
import { parseDependencies, type Dependency } from './dependencies.js';

const source = 'https://learn.microsoft.com/rest/api/azureml/workspaces/list-outbound-network-dependencies-endpoints';

/** The workspace's own answer as a policy, or why it could not be read. */
export type LivePlan =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly refusal: Refusal };

/** One host with all that the answer says of it. */
interface LiveHost {
  readonly dependency: Dependency;
  readonly categories: readonly string[];
  readonly ports: readonly number[];
}

/** One host appears under several categories: it is asked for once, and keeps them all as origins. */
function hostsOf(dependencies: readonly Dependency[]): readonly LiveHost[] {
  const hosts = new Map<string, LiveHost>();
  for (const dependency of dependencies) {
    const key = destinationText(dependency.destination);
    const home = hosts.get(key) ?? { dependency, categories: [], ports: [] };
    hosts.set(key, {
      dependency: home.dependency,
      categories: [...new Set([...home.categories, dependency.category])],
      ports: [...new Set([...home.ports, ...dependency.ports])].toSorted((a, b) => a - b),
    });
  }
  return [...hosts.values()];
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function originOf(category: string): Origin {
  return { requirement: 'dependencies-api', edition: 'live', section: category, source };
}

/** Hosts of one category with the same ports, as one rule. The answer names no protocol: TCP is what it is about. */
function ruleOf(hosts: readonly LiveHost[], profile: ReturnType<typeof completeProfile>): Rule {
  const [first] = hosts;
  const category = first?.dependency.category ?? '';
  const ports = first?.ports ?? [];
  return {
    id: `live-${slug(category) || 'category'}-${ports.join('-')}`,
    purpose: `The workspace itself asks for it: ${category}`,
    action: 'allow',
    direction: 'outbound',
    sources: ownAddresses(profile, roles),
    destinations: hosts.map(({ dependency }) => dependency.destination),
    services: servicesOf(ports.map((port) => `tcp/${port}`)),
    necessity: 'required',
    origins: [...new Set(hosts.flatMap(({ categories }) => categories))].map(originOf),
  };
}

/**
 * The answer of the workspace's own outbound-dependencies API as a policy. It is not complete (no UDP, no Azure Batch, no
 * content network of the registry): compare it with `plan`, never put it in its place.
 * @throws ProfileError when cloud, region or sources could not be those of a workspace.
 */
export function planFromDependencies(
  json: unknown,
  workspace: Pick<ProfileInput, 'cloud' | 'region' | 'network'>,
): LivePlan {
  const profile = completeProfile(workspace);
  const issues = checkProfile(profile);
  if (issues.length > 0) throw new ProfileError(issues);
  const parsed = parseDependencies(json);
  if (!parsed.ok) return parsed;
  const groups = new Map<string, LiveHost[]>();
  for (const host of hostsOf(parsed.value)) {
    const key = `${slug(host.dependency.category)} ${host.ports.join(' ')}`;
    groups.set(key, [...(groups.get(key) ?? []), host]);
  }
  const rules = [...groups.values()].map((hosts) => ruleOf(hosts, profile));
  return {
    ok: true,
    policy: normalize({
      cloud: profile.cloud,
      region: profile.region,
      edition: 'live',
      collections: [{ id: 'live', title: 'What the workspace itself asks for', rules }],
      routes: [],
    }),
  };
}
