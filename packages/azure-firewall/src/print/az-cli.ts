import { jsonWithSpans, type Artifact, type Context, type Json, type Span } from '@azureml-firewall/renderer-kit';
import type { FirewallPolicyRules, RuleCollectionGroup } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { parametersOf, policyNameMeans, snakeCase, type Parameter } from './parameters.js';
import { groupTree, policyTree, type Carriers, type Spelling, type Tree } from './resource-tree.js';
import { written, type Writer } from './writer.js';

const spelling: Spelling = { text: (text) => text, ipGroup: (name) => `\${scope}/ipGroups/${name}` };

/**
 * A line of a body that holds a variable of ours. No text of a policy stands in such a place: addresses and names hold no
 * dollar sign, and descriptions have a key of their own.
 */
const withVariable =
  /^ *("(location|tags|disableBgpRoutePropagation|name|keyVaultSecretId)": )?"\$\{[a-z_]+\}[A-Za-z0-9._/-]*"(,|: \{\})?$/;

/** A variable of ours that holds JSON, which stands without quotes. */
const withJson = /^( *"(?:tags|disableBgpRoutePropagation)": )"(\$\{[a-z_]+\})"/;

/** A line for a here-document in which variables are expanded. */
function expandable(line: string): string {
  return withVariable.test(line) ? line.replace(withJson, '$1$2') : line.replace(/[\\$`]/g, '\\$&');
}

/** Lines of comment that say what is asked for. */
export function commentsOf(list: readonly Parameter[]): readonly string[] {
  const asJson = {
    text: '',
    region: '',
    tags: ' As JSON; none if not set.',
    switch: ' true or false; false if not set.',
  };
  return list.map(({ name, kind, description }) => `# ${snakeCase(name).toUpperCase()}: ${description}${asJson[kind]}`);
}

/** Lines that take what is asked for out of the environment. */
export function assignmentsOf(list: readonly Parameter[]): readonly string[] {
  return list.flatMap(({ name, kind }) => {
    const own = snakeCase(name);
    const outer = own.toUpperCase();
    if (kind === 'tags') return [`no_${own}='{}'`, `${own}="\${${outer}:-\${no_${own}}}"`];
    return [kind === 'switch' ? `${own}="\${${outer}:-false}"` : `${own}="\${${outer}:?is not set}"`];
  });
}

/** JSON for a PUT. */
export interface Body {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** One PUT. Its body is expanded by the shell only where it names something that is known there alone. */
export function printPut(writer: Writer, path: string, { text, spans }: Body): void {
  const lines = text.trimEnd().split('\n');
  const expands = lines.some((line) => withVariable.test(line));
  writer.line(`put "${path}" <<${expands ? 'JSON' : "'JSON'"}`);
  const opening = new Map<number, Span[]>();
  for (const span of spans) opening.set(span.from, [...(opening.get(span.from) ?? []), span]);
  const printFrom = (from: number, to: number): void => {
    for (let at = from; at <= to; at++) {
      const [first, ...others] = opening.get(at) ?? [];
      opening.delete(at);
      if (first) {
        const entries = [first, ...others].map(({ entry }) => entry);
        writer.carrying(entries, () => {
          printFrom(at, first.to);
        });
        at = first.to;
      } else writer.line(expands ? expandable(lines[at - 1] ?? '') : (lines[at - 1] ?? ''));
    }
  };
  printFrom(1, lines.length);
  writer.line('JSON');
}

/** The JSON of a resource. */
export function bodyOf(tree: Tree, carriers: Carriers = new Map()): Body {
  return jsonWithSpans(tree, (node: Json) => carriers.get(node));
}

function groupBody(group: RuleCollectionGroup): Body {
  const carriers: Carriers = new Map();
  return bodyOf({ properties: groupTree(group, spelling, carriers) }, carriers);
}

function policyBody({ policy }: FirewallPolicyRules): Body | undefined {
  if (!policy.create) return undefined;
  const identity = { type: 'UserAssigned', userAssignedIdentities: { '${identity_id}': {} } };
  return bodyOf({
    location: '${location}',
    tags: '${tags}',
    ...(policy.create.tlsInspection ? { identity } : {}),
    properties: policyTree(policy.create, {
      certificateName: '${certificate_name}',
      certificateSecretId: '${certificate_secret_id}',
    }),
  });
}

/** The clouds' names in `az cloud`. */
export const cloudNames = { public: 'AzureCloud', usgov: 'AzureUSGovernment', china: 'AzureChinaCloud' } as const;

function printHead(
  writer: Writer,
  model: FirewallPolicyRules,
  { cloud, region, edition, options }: Context<AzureFirewallOptions>,
): void {
  const variables = parametersOf(model);
  for (const line of [
    '#!/usr/bin/env bash',
    `# ${cloud}, ${region}, ${edition}`,
    '#',
    `# Sign in first: az cloud set --name ${cloudNames[cloud]}; az login`,
    '# RESOURCE_GROUP: the resource group of the Firewall Policy.',
    `# FIREWALL_POLICY_NAME: ${policyNameMeans(model)}`,
    ...commentsOf(variables),
    'set -euo pipefail',
    '',
    'resource_group="${RESOURCE_GROUP:?is not set}"',
    `policy_name="\${FIREWALL_POLICY_NAME:-${model.policy.name}}"`,
    ...assignmentsOf(variables),
    `api_version='${options.apiVersion}'`,
    'subscription="$(az account show --query id --output tsv)"',
    'scope="/subscriptions/${subscription}/resourceGroups/${resource_group}/providers/Microsoft.Network"',
    '',
    '# Replaces one resource by the JSON on standard input, whether it is there or not, and waits until it holds.',
    'put() {',
    '  az rest --method put --url "${scope}/$1?api-version=${api_version}" --body @- --output none',
    '  az resource wait --ids "${scope}/$1" --api-version "${api_version}" --updated --interval 15',
    '}',
  ])
    writer.line(line);
}

/**
 * A script for the az command that can be run again and again: each resource is put whole. The commands for single rules
 * would rewrite the group once for each rule, minutes each.
 */
export function printAzCli(model: FirewallPolicyRules, context: Context<AzureFirewallOptions>): Artifact {
  const policy = policyBody(model);
  const printed = written((writer) => {
    const put = (path: string, body: Body): void => {
      writer.line('');
      printPut(writer, path, body);
    };
    printHead(writer, model, context);
    if (policy) put('firewallPolicies/${policy_name}', policy);
    for (const { name, addresses } of model.ipGroups)
      put(
        `ipGroups/${name}`,
        bodyOf({ location: '${location}', tags: '${tags}', properties: { ipAddresses: addresses } }),
      );
    for (const group of model.groups)
      put(`firewallPolicies/\${policy_name}/ruleCollectionGroups/${group.name}`, groupBody(group));
  });
  return { path: 'rule-collection-group.sh', ...printed };
}
