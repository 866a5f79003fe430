import { subnetLimits } from './subnet/limits.js';

/** A number that Azure sets, with the page that prints it and the month of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const firewallLimits = 'MicrosoftDocs/azure-docs includes/firewall-limits.md';
const firewallPolicyApi = 'Azure/azure-rest-api-specs 2022-07-01/firewallPolicy.json';
const nameRules = 'MicrosoftDocs/azure-docs articles/azure-resource-manager/management/resource-name-rules.md';
const ipGroups = 'MicrosoftDocs/azure-docs articles/firewall/ip-groups.md';
const knownIssues = 'MicrosoftDocs/azure-docs articles/firewall/firewall-known-issues.md';
const templates = 'learn.microsoft.com/azure/azure-resource-manager/templates/best-practices';
const own = 'a choice of this package';

/** Every number that decides what is printed. Azure's own change with the years: option `limits` overrides each. */
export const limits = {
  /**
   * Sources times destinations, summed over the network rules; an IP group counts as one. That a service tag does, too,
   * is not confirmed by any page. The architecture center multiplies by ports as well (MicrosoftDocs/architecture-center
   * issue 3498, 2022-06), so that what is counted here is by protocol and port.
   */
  networkRulePairs: { value: 20_000, page: firewallLimits, date: '2023-10' },
  /** Host names in network rules, for performance. */
  networkRuleFqdns: { value: 1000, page: firewallLimits, date: '2023-10' },
  /** Bytes of a rule collection group; policies from before July 2022 hold half of it. */
  groupBytes: { value: 2 * 1024 * 1024, page: firewallLimits, date: '2023-10' },
  /** Rule collection groups of a policy. Older policies hold 50; a copy of the page by others says 90. */
  groups: { value: 60, page: firewallLimits, date: '2023-10' },
  /** Rule collections of one kind. */
  collections: { value: 2000, page: knownIssues, date: '2023-10' },
  /** IP groups of a firewall; older texts say 100. */
  ipGroups: { value: 200, page: firewallLimits, date: '2023-10' },
  /** Addresses of an IP group. */
  ipGroupEntries: { value: 5000, page: firewallLimits, date: '2023-10' },
  /** IP groups that are updated at the same time. */
  ipGroupUpdates: { value: 50, page: ipGroups, date: '2023-10' },
  /** Bytes of one resource of a template. The page on errors says "after compression": the true limit is higher. */
  templateResourceBytes: { value: 1024 * 1024, page: templates, date: 'not recorded' },
  /** Bytes of a template, with the same reserve. */
  templateBytes: { value: 4 * 1024 * 1024, page: templates, date: 'not recorded' },
  /** The highest port that an application rule takes. */
  applicationRulePort: { value: 64_000, page: firewallPolicyApi, date: '2022-07' },
  /** The lowest priority of a group or a collection. */
  lowestPriority: { value: 100, page: firewallPolicyApi, date: '2022-07' },
  /** The highest priority of a group or a collection. */
  highestPriority: { value: 65_000, page: firewallPolicyApi, date: '2022-07' },
  /** Characters of the name of a policy, group, collection, rule or IP group. */
  nameLength: { value: 80, page: nameRules, date: 'not recorded' },
  /** Characters of a rule's description. No page sets a limit: so many can be read in a portal. */
  descriptionLength: { value: 512, page: own, date: 'not recorded' },
  /** Ports of a range that are written out one by one, since an application rule takes no ranges. */
  expandedPorts: { value: 100, page: own, date: 'not recorded' },
  ...subnetLimits,
} as const satisfies Readonly<Record<string, Limit>>;

/** The name of a limit. */
export type LimitName = keyof typeof limits;

/** Numbers in place of those that stand here. */
export type LimitOverrides = Readonly<Partial<Record<LimitName, number>>>;

export const limitNames = Object.keys(limits) as readonly LimitName[];

/** A limit as it holds here. */
export function limitOf(name: LimitName, overrides: LimitOverrides): number {
  return overrides[name] ?? limits[name].value;
}

/** The facts of a limit for a message: its number, and where that comes from. */
export function limitFacts(
  name: LimitName,
  overrides: LimitOverrides,
): { readonly limit: number; readonly page: string; readonly date: string } {
  const { value, page, date } = limits[name];
  const override = overrides[name];
  return override === undefined || override === value
    ? { limit: value, page, date }
    : { limit: override, page: 'option limits', date: 'given' };
}
