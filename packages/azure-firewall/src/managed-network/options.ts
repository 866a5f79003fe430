import { accepted, parseHostname, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';

/** What can be printed. */
export const managedLanguages = ['az-cli', 'yaml', 'arm'] as const;

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
  readonly apiVersion: string;
  readonly privateEndpoints: readonly PrivateEndpoint[];
}

export const defaults: ManagedNetworkOptions = {
  languages: managedLanguages,
  workspaceName: 'azureml-workspace',
  apiVersion: '2024-10-01',
  privateEndpoints: [],
};

const legalName = /^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$/;
const expectedName = '3 to 33 letters, digits, "_" and "-", the first a letter or digit';

function parseName(text: string): Parsed<string> {
  return legalName.test(text) ? accepted(text) : refused('azure-managed-network/name', text, expectedName);
}

/** Prefixes in place of a service tag are in the resource from 2023-10-01 on. */
function parseApiVersion(text: string): Parsed<string> {
  return /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(text) && text >= '2023-10-01'
    ? accepted(text)
    : refused('azure-managed-network/api-version', text, 'a stable API version from 2023-10-01 on, such as 2024-10-01');
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
    apiVersion: parseApiVersion(options.apiVersion),
    privateEndpoints: parseEndpoints(options.privateEndpoints),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
