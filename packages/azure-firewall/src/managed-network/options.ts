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

function isHost(host: unknown): boolean {
  const parsed = typeof host === 'string' ? parseHostname(host) : undefined;
  return parsed?.ok === true && parsed.value === host;
}

const endpointForms: Readonly<Record<keyof PrivateEndpoint, readonly [holds: (value: unknown) => boolean, string]>> = {
  name: [(value) => typeof value === 'string' && legalName.test(value), `a name of ${expectedName}`],
  serviceResourceId: [
    (value) => typeof value === 'string' && resourceId.test(value),
    'serviceResourceId: the id of a resource: /subscriptions/…/resourceGroups/…/providers/…',
  ],
  subresourceTarget: [
    (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,80}$/.test(value),
    'subresourceTarget: a subresource such as blob',
  ],
  sparkEnabled: [(value) => value === undefined || typeof value === 'boolean', 'sparkEnabled: true or false'],
  hosts: [
    (value) => Array.isArray(value) && value.every(isHost),
    'hosts: a list of hosts in lower case without scheme and port',
  ],
};

/** An endpoint by its name, else by what it is. */
function nameOf(endpoint: unknown): string {
  const name: unknown = typeof endpoint === 'object' && endpoint !== null ? Reflect.get(endpoint, 'name') : endpoint;
  return String(name);
}

function whyNotEndpoint(endpoint: unknown): string | undefined {
  const names = Object.keys(endpointForms);
  if (typeof endpoint !== 'object' || endpoint === null) return `an object of ${names.join(', ')}`;
  const strays = Object.keys(endpoint).filter((name) => !names.includes(name));
  if (strays.length > 0) return `no ${strays.join(', ')}, only ${names.join(', ')}`;
  return Object.entries(endpointForms).find(([name, [holds]]) => !holds(Reflect.get(endpoint, name)))?.[1][1];
}

function parseEndpoints(endpoints: readonly PrivateEndpoint[]): Parsed<unknown> {
  for (const endpoint of endpoints) {
    const expected = whyNotEndpoint(endpoint);
    if (expected !== undefined) return refused('azure-managed-network/private-endpoint', nameOf(endpoint), expected);
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
