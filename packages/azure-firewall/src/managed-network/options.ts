import { accepted, parseHostname, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { outboundRuleVersions, parseApiVersion } from '../api-versions.js';

/** What can be printed. */
export const managedLanguages = ['az-cli', 'yaml', 'arm', 'bicep', 'terraform', 'terraform-json'] as const;

/** A private endpoint that the managed network shall have, and the hosts that are reached through it. */
export interface PrivateEndpoint {
  readonly name: string;
  /** `/subscriptions/…/providers/Microsoft.Storage/storageAccounts/name` */
  readonly serviceResourceId: string;
  /** `blob`, `file`, `vault`, … */
  readonly subresourceTarget: string;
  readonly sparkEnabled?: boolean;
  readonly hosts: readonly string[];
}

/** What has to be known of the workspace beside the policy. */
export interface ManagedNetworkOptions {
  /** What is printed, each in a file of its own. */
  readonly languages: readonly (typeof managedLanguages)[number][];
  readonly workspaceName: string;
  /**
   * A stable version of the resource's API that is known to `outboundRuleVersions`, or a newer one. Where prefixes are
   * named, templates use one that takes them, if this does not.
   */
  readonly apiVersion: string;
  readonly privateEndpoints: readonly PrivateEndpoint[];
}

export const defaults: ManagedNetworkOptions = {
  languages: ['az-cli', 'yaml', 'arm'],
  workspaceName: 'azureml-workspace',
  apiVersion: '2024-10-01',
  privateEndpoints: [],
};

const legalName = /^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$/;
const expectedName = '3 to 33 letters, digits, "_" and "-", the first a letter or digit';

function parseName(text: string): Parsed<string> {
  return legalName.test(text) ? accepted(text) : refused('azure-managed-network/name', text, expectedName);
}

function parseLanguages(chosen: ManagedNetworkOptions['languages']): Parsed<unknown> {
  const holds = chosen.length > 0 && new Set(chosen).size === chosen.length;
  return holds && chosen.every((language) => managedLanguages.includes(language))
    ? accepted(chosen)
    : refused(
        'azure-managed-network/languages',
        chosen.join(', '),
        `at least one of ${managedLanguages.join(', ')}, each once`,
      );
}

const resourceId =
  /^\/subscriptions\/[A-Za-z0-9-]+\/resourceGroups\/[A-Za-z0-9._()-]+\/providers\/[A-Za-z0-9.]+(\/[A-Za-z0-9]+\/[A-Za-z0-9._-]+)+$/;

function whyNotEndpoint({ name, serviceResourceId, subresourceTarget, hosts }: PrivateEndpoint): string | undefined {
  if (!legalName.test(name)) return expectedName;
  if (!resourceId.test(serviceResourceId)) return 'the id of a resource: /subscriptions/…/resourceGroups/…/providers/…';
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(subresourceTarget)) return 'a subresource such as blob';
  const isHost = (host: string): boolean => {
    const parsed = parseHostname(host);
    return parsed.ok && parsed.value === host;
  };
  return hosts.every(isHost) ? undefined : 'hosts in lower case without scheme and port';
}

function parseEndpoints(endpoints: readonly PrivateEndpoint[]): Parsed<unknown> {
  for (const endpoint of endpoints) {
    const expected = whyNotEndpoint(endpoint);
    if (expected !== undefined) return refused('azure-managed-network/private-endpoint', endpoint.name, expected);
  }
  const names = endpoints.map(({ name }) => name.toLowerCase());
  const hosts = endpoints.flatMap((endpoint) => endpoint.hosts);
  const twice = [...names, ...hosts].find((text, i, all) => all.indexOf(text) !== i);
  return twice === undefined
    ? accepted(endpoints)
    : refused('azure-managed-network/private-endpoint', twice, 'each name and each host once');
}

/** Why options may not be used. */
export function checkOptions(options: ManagedNetworkOptions): readonly OptionFault[] {
  const parsed: Readonly<Record<keyof ManagedNetworkOptions, Parsed<unknown>>> = {
    languages: parseLanguages(options.languages),
    workspaceName: parseName(options.workspaceName),
    apiVersion: parseApiVersion('azure-managed-network/api-version', options.apiVersion, outboundRuleVersions),
    privateEndpoints: parseEndpoints(options.privateEndpoints),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
