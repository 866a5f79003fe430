import {
  normalize,
  stableHash,
  type Diagnostic,
  type Origin,
  type Policy,
  type Refusal,
  type Rule,
} from '@azureml-firewall/rule-model';
import type { CatalogCode } from '../diagnostics.js';
import { servicesOf } from '../plan/services.js';
import { ownAddresses } from '../plan/sources.js';
import { settleProfile } from '../profile/settle-profile.js';
import { roles, type Profile, type ProfileInput } from '../profile/profile.js';
import { parseDependencies } from './dependencies.js';
import { diagnoseLive } from './diagnose-live.js';
import { groupsOf, hostsOf, type LiveGroup } from './live-hosts.js';

const source = 'https://learn.microsoft.com/rest/api/azureml/workspaces/list-outbound-network-dependencies-endpoints';

/** The workspace's own answer as a policy with what a reader should know of it, or why it could not be read. */
export type LivePlan =
  | { readonly ok: true; readonly policy: Policy; readonly diagnostics: readonly Diagnostic<CatalogCode>[] }
  | { readonly ok: false; readonly refusal: Refusal };

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A word for a category that no other label of the answer has: where letters had to go, a hash of it tells it apart. */
function wordOf(category: string, all: readonly string[]): string {
  const word = slug(category);
  const alone = all.every((other) => other === category || slug(other) !== word);
  const whole = /^[a-z0-9]+( [a-z0-9]+)*$/i.test(category);
  return whole && alone ? word : `${word || 'category'}-${stableHash(category).slice(-8)}`;
}

function originOf(category: string): Origin {
  return { requirement: 'dependencies-api', edition: 'live', section: category, source };
}

/** Hosts of one category with the same ports, as one rule. The answer names no protocol: TCP is what it is about. */
function ruleOf({ category, ports, hosts }: LiveGroup, word: string, profile: Profile): Rule {
  return {
    id: `live-${word}-${ports.join('-')}`,
    purpose: `The workspace itself asks for it: ${category}`,
    action: 'allow',
    direction: 'outbound',
    sources: ownAddresses(profile, roles),
    destinations: hosts.map(({ destination }) => destination),
    services: servicesOf(ports.map((port) => `tcp/${port}`)),
    necessity: 'required',
    origins: [...new Set(hosts.flatMap(({ categories }) => categories))].map(originOf),
  };
}

/**
 * The answer of the workspace's own outbound-dependencies API as a policy. It is not complete (no UDP, no Azure Batch, no
 * content network of the registry) and names no protocol: compare it with `plan`, never put it in its place. Diagnostics
 * say so, and which hosts lie in the domains of another cloud.
 * @throws ProfileError when cloud, region or sources could not be those of a workspace.
 */
export function planFromDependencies(
  json: unknown,
  workspace: Pick<ProfileInput, 'cloud' | 'region' | 'network'>,
): LivePlan {
  const profile = settleProfile(workspace);
  const parsed = parseDependencies(json);
  if (!parsed.ok) return parsed;
  const hosts = hostsOf(parsed.value);
  const groups = groupsOf(hosts);
  const categories = [...new Set(groups.map(({ category }) => category))];
  const rules = groups.map((group) => ruleOf(group, wordOf(group.category, categories), profile));
  return {
    ok: true,
    policy: normalize({
      cloud: profile.cloud,
      region: profile.region,
      edition: 'live',
      collections: [{ id: 'live', title: 'What the workspace itself asks for', rules }],
      routes: [],
    }),
    diagnostics: diagnoseLive(hosts, profile),
  };
}
