import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { networkVersions, parseApiVersion } from './api-versions.js';
import { limitNames, limitOf, type LimitOverrides } from './limits.js';
import {
  parseFirewallIp,
  routeBys,
  securityGroupOutbounds,
  subnetDefaults,
  type SubnetOptions,
} from './subnet/options.js';

/** The editions of Azure Firewall. */
export const skus = ['Basic', 'Standard', 'Premium'] as const;

/** What carries a wildcard on a port that is not a web port. */
export const nonWebWildcards = ['https-port', 'service-tag'] as const;

/** What can be printed. */
export const languages = ['arm', 'bicep', 'terraform', 'terraform-json', 'az-cli', 'classic'] as const;

/** One of the `languages`. */
export type Language = (typeof languages)[number];

/** Whether the Firewall Policy is there already. */
export const policyForms = ['existing', 'new'] as const;

/** What has to be known of the firewall beside the policy. */
export interface AzureFirewallOptions extends SubnetOptions {
  /** What is printed, each in a file of its own. */
  readonly languages: readonly Language[];
  /** Whether the groups go onto a policy that exists, or are printed with a new one. */
  readonly policy: (typeof policyForms)[number];
  /** The Firewall Policy: default of the template's parameter `firewallPolicyName`. */
  readonly policyName: string;
  /** The rule collection group. A deployment replaces it whole, so it should hold nothing else. */
  readonly groupName: string;
  /**
   * Priority of the group among those of the policy, 100 to 65000; lower ones come first. The groups that the portal
   * makes have 100, 200 and 300 (policy-rule-sets.md, 2023-01); between equals the order is not documented.
   */
  readonly groupPriority: number;
  /** A stable version of the resources' API that is known to `networkVersions`, or a newer one. */
  readonly apiVersion: string;
  readonly sku: (typeof skus)[number];
  /**
   * Whether the policy inspects TLS, so that paths of HTTPS can be told apart; those of plain HTTP need Premium alone.
   * Needs `sku: 'Premium'`.
   */
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
  /** A list of more addresses than this stands in an IP group. */
  readonly ipGroupsAbove: number;
  /** Numbers in place of those of `limits.ts`. */
  readonly limits: LimitOverrides;
}

export const defaults: AzureFirewallOptions = {
  languages: ['arm'],
  policy: 'existing',
  policyName: 'azureml-firewall-policy',
  groupName: 'azureml-egress',
  groupPriority: 1000,
  apiVersion: '2024-05-01',
  sku: 'Standard',
  tlsInspection: false,
  dnsProxy: true,
  nonWebWildcards: 'https-port',
  verbatimSuffixWildcards: false,
  ipGroupsAbove: 100,
  limits: {},
  ...subnetDefaults,
};

/** Whether a network rule can hold a host: the firewall has to see what its clients resolve. */
export function resolvesNames({ sku, dnsProxy }: AzureFirewallOptions): boolean {
  return sku !== 'Basic' && dnsProxy;
}

/** Names that are cut end in a hash of 13 characters after a separator. */
const shortestNames = 24;

const legalName = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?$/;

/** A name that Azure takes for policies, groups, collections and rules. */
function parseResourceName(text: string, { limits }: AzureFirewallOptions): Parsed<string> {
  const nameLength = limitOf('nameLength', limits);
  return text.length <= nameLength && legalName.test(text)
    ? accepted(text)
    : refused(
        'azure-firewall/name',
        text,
        `1 to ${nameLength} letters, digits, "_", "." and "-", the first a letter or digit, the last no "." or "-"`,
      );
}

function parsePriority(priority: number, { limits }: AzureFirewallOptions): Parsed<number> {
  const [from, to] = [limitOf('lowestPriority', limits), limitOf('highestPriority', limits)];
  return Number.isInteger(priority) && priority >= from && priority <= to
    ? accepted(priority)
    : refused('azure-firewall/priority', String(priority), `a whole number from ${from} to ${to}`);
}

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('azure-firewall/choice', String(value), choices.map(String).join(' or '));
}

function parseLanguages(chosen: readonly Language[]): Parsed<unknown> {
  const expected = `at least one of ${languages.join(', ')}, each once`;
  const holds = chosen.length > 0 && new Set(chosen).size === chosen.length;
  return holds && chosen.every((language) => languages.includes(language))
    ? accepted(chosen)
    : refused('azure-firewall/languages', chosen.join(', '), expected);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function parseCount(count: number): Parsed<unknown> {
  return isCount(count) ? accepted(count) : refused('azure-firewall/count', String(count), 'a whole number from 1 on');
}

/** A name of a hash has 13 characters, and Azure's own numbers are whole: anything else is a slip. */
function parseLimits(given: LimitOverrides): Parsed<unknown> {
  const faults = Object.entries(given).filter(
    ([name, value]) => !(limitNames as readonly string[]).includes(name) || !isCount(value),
  );
  if (faults.length > 0)
    return refused(
      'azure-firewall/limits',
      faults.map(([name, value]) => `${name}: ${value}`).join(', '),
      `whole numbers from 1 on for ${limitNames.join(', ')}`,
    );
  return (given.nameLength ?? shortestNames) < shortestNames
    ? refused('azure-firewall/limits', `nameLength: ${given.nameLength ?? ''}`, `names of at least ${shortestNames}`)
    : accepted(given);
}

function parseTlsInspection({ sku, tlsInspection, languages: chosen }: AzureFirewallOptions): Parsed<unknown> {
  if (tlsInspection && chosen.includes('classic'))
    return refused('azure-firewall/tls-inspection', 'true', 'false with classic: classic rules know no paths');
  return tlsInspection && sku !== 'Premium'
    ? refused('azure-firewall/tls-inspection', 'true', `false with sku ${sku}: only Premium inspects TLS`)
    : parseChoice(tlsInspection, [true, false]);
}

/** Why options may not be used. */
export function checkOptions(options: AzureFirewallOptions): readonly OptionFault[] {
  const parsed: Readonly<Record<keyof AzureFirewallOptions, Parsed<unknown>>> = {
    languages: parseLanguages(options.languages),
    policy: parseChoice(options.policy, policyForms),
    policyName: parseResourceName(options.policyName, options),
    groupName: parseResourceName(options.groupName, options),
    groupPriority: parsePriority(options.groupPriority, options),
    apiVersion: parseApiVersion('azure-firewall/api-version', options.apiVersion, networkVersions),
    sku: parseChoice(options.sku, skus),
    tlsInspection: parseTlsInspection(options),
    dnsProxy: parseChoice(options.dnsProxy, [true, false]),
    nonWebWildcards: parseChoice(options.nonWebWildcards, nonWebWildcards),
    verbatimSuffixWildcards: parseChoice(options.verbatimSuffixWildcards, [true, false]),
    ipGroupsAbove: parseCount(options.ipGroupsAbove),
    limits: parseLimits(options.limits),
    securityGroup: parseChoice(options.securityGroup, [true, false]),
    securityGroupName: parseResourceName(options.securityGroupName, options),
    securityGroupOutbound: parseChoice(options.securityGroupOutbound, securityGroupOutbounds),
    routeTable: parseChoice(options.routeTable, [true, false]),
    routeTableName: parseResourceName(options.routeTableName, options),
    routeBy: parseChoice(options.routeBy, routeBys),
    firewallPrivateIp: parseFirewallIp(options.firewallPrivateIp),
    prerequisites: parseChoice(options.prerequisites, [true, false]),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
