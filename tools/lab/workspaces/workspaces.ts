import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plan, type EditionId, type ProfileInput } from '@azureml-firewall/catalog';
import { parseProfile } from '@azureml-firewall/catalog/schema';
import type { Policy } from '@azureml-firewall/rule-model';
import { resolveServiceTags } from '@azureml-firewall/service-tags';
import { parse } from 'yaml';
import { labTags, virtual } from './service-tags.js';
import { shapes } from './shapes.js';

/** A policy that the lab renders and tries. */
export interface Workspace {
  readonly id: string;
  /** What it adds to the others, for the report. */
  readonly about: string;
  readonly policy: Policy;
  /** How many near misses an entry gets; all that there are where nothing is said. */
  readonly nearMisses?: number;
}

const examples = join(import.meta.dirname, '../../../examples');

function profileOf(example: string): ProfileInput {
  const parsed = parseProfile(parse(readFileSync(join(examples, example, 'workspace.yaml'), 'utf8')));
  if (!parsed.ok) throw new Error(`${example}: ${JSON.stringify(parsed.issues)}`);
  return parsed.profile;
}

function inHosts(profile: ProfileInput, edition?: EditionId): Policy {
  return plan(profile, { addressing: 'hosts', ...(edition && { edition }) }).policy;
}

function inTags(profile: ProfileInput, edition?: EditionId): Policy {
  const { policy } = plan(profile, { addressing: 'service-tags', ...(edition && { edition }) });
  return resolveServiceTags(policy, labTags(policy.cloud), { virtual }).policy;
}

const names = ['contoso', 'usgov', 'china'] as const;

/** Enough for as many near misses as there are connections that are asked for; the kinds take turns. */
const nearMisses = 4;

/** The examples in both forms, and what they do not show. */
export function workspaces(): readonly Workspace[] {
  const contoso = profileOf('contoso');
  const dual: ProfileInput = {
    ...contoso,
    network: { sources: ['10.20.0.0/16', 'fd20::/64'], dns: [], zones: {} },
    compute: { instances: true, clusters: true, publicIp: true, kubernetes: 'none' },
  };
  return [
    ...names.map((name) => ({
      id: `${name}-hosts`,
      about: `example ${name}, needs as host names`,
      policy: inHosts(profileOf(name)),
      nearMisses,
    })),
    ...names.map((name) => ({
      id: `${name}-tags`,
      about: `example ${name}, needs as service tags with the addresses of a document`,
      policy: inTags(profileOf(name)),
      nearMisses,
    })),
    {
      id: 'dual-stack-hosts-2021',
      about: 'contoso with IPv6 and public compute, edition 2021-09-14: paths, suffixes, inbound, every port',
      policy: resolveServiceTags(inHosts(dual, '2021-09-14'), labTags('public'), { virtual }).policy,
      nearMisses,
    },
    {
      id: 'dual-stack-tags',
      about: 'contoso with IPv6 and public compute, needs as service tags',
      policy: inTags(dual),
      nearMisses,
    },
    { id: 'shapes', about: 'denials, hosts inside wildcards, ranges, prefixes, exact paths', policy: shapes() },
  ];
}
