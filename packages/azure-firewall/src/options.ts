import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { highestPriority, lowestPriority, nameLength } from './limits.js';

/** The editions of Azure Firewall. */
export const skus = ['Basic', 'Standard', 'Premium'] as const;

/** What carries a wildcard on a port that is not a web port. */
export const nonWebWildcards = ['https-port', 'service-tag'] as const;

/** What has to be known of the firewall beside the policy. */
export interface AzureFirewallOptions {
  /** The existing Firewall Policy: default of the template's parameter `firewallPolicyName`. */
  readonly policyName: string;
  /** The rule collection group. A deployment replaces it whole, so it should hold nothing else. */
  readonly groupName: string;
  /** Priority of the group among those of the policy, 100 to 65000; lower ones come first. */
  readonly groupPriority: number;
  readonly apiVersion: string;
  readonly sku: (typeof skus)[number];
  /** Whether the policy inspects TLS, so that paths can be told apart. Needs `sku: 'Premium'`. */
  readonly tlsInspection: boolean;
  /**
   * Whether the policy's DNS proxy is on and clients ask it. On by default, since without it no rule can hold a host on
   * a port that is not a web port. A Basic firewall has none, whatever is said here.
   */
  readonly dnsProxy: boolean;
  /**
   * `https-port` admits TLS with a matching server name on that port and is never wider than asked; `service-tag` admits
   * all addresses of the tag that covers the host.
   */
  readonly nonWebWildcards: (typeof nonWebWildcards)[number];
  /** Print `*pytorch.org` as it stands, look-alikes included, instead of `pytorch.org` and `*.pytorch.org`. */
  readonly verbatimSuffixWildcards: boolean;
}

export const defaults: AzureFirewallOptions = {
  policyName: 'azureml-firewall-policy',
  groupName: 'azureml-egress',
  groupPriority: 200,
  apiVersion: '2024-05-01',
  sku: 'Standard',
  tlsInspection: false,
  dnsProxy: true,
  nonWebWildcards: 'https-port',
  verbatimSuffixWildcards: false,
};

const legalName = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?$/;

/** A name that Azure takes for policies, groups, collections and rules. */
function parseResourceName(text: string): Parsed<string> {
  return text.length <= nameLength.value && legalName.test(text)
    ? accepted(text)
    : refused(
        'azure-firewall/name',
        text,
        `1 to ${nameLength.value} letters, digits, "_", "." and "-", the first a letter or digit, the last no "." or "-"`,
      );
}

function parsePriority(priority: number): Parsed<number> {
  const [from, to] = [lowestPriority.value, highestPriority.value];
  return Number.isInteger(priority) && priority >= from && priority <= to
    ? accepted(priority)
    : refused('azure-firewall/priority', String(priority), `a whole number from ${from} to ${to}`);
}

/** The resource's shape is the same in all versions from 2020-05-01; previews are refused, they end without notice. */
function parseApiVersion(text: string): Parsed<string> {
  return /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(text) && text >= '2020-05-01'
    ? accepted(text)
    : refused('azure-firewall/api-version', text, 'a stable API version from 2020-05-01 on, such as 2024-05-01');
}

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('azure-firewall/choice', String(value), choices.map(String).join(' or '));
}

function parseTlsInspection({ sku, tlsInspection }: AzureFirewallOptions): Parsed<unknown> {
  return tlsInspection && sku !== 'Premium'
    ? refused('azure-firewall/tls-inspection', 'true', `false with sku ${sku}: only Premium inspects TLS`)
    : parseChoice(tlsInspection, [true, false]);
}

/** Why options may not be used. */
export function checkOptions(options: AzureFirewallOptions): readonly OptionFault[] {
  const parsed: Readonly<Record<keyof AzureFirewallOptions, Parsed<unknown>>> = {
    policyName: parseResourceName(options.policyName),
    groupName: parseResourceName(options.groupName),
    groupPriority: parsePriority(options.groupPriority),
    apiVersion: parseApiVersion(options.apiVersion),
    sku: parseChoice(options.sku, skus),
    tlsInspection: parseTlsInspection(options),
    dnsProxy: parseChoice(options.dnsProxy, [true, false]),
    nonWebWildcards: parseChoice(options.nonWebWildcards, nonWebWildcards),
    verbatimSuffixWildcards: parseChoice(options.verbatimSuffixWildcards, [true, false]),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
