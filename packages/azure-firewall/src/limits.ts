/** A number that Azure sets, with the page that prints it and the month of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const firewallLimits = 'MicrosoftDocs/azure-docs includes/firewall-limits.md';
const firewallPolicyApi = 'Azure/azure-rest-api-specs 2022-07-01/firewallPolicy.json';
const nameRules = 'MicrosoftDocs/azure-docs articles/azure-resource-manager/management/resource-name-rules.md';

/**
 * Sources times destinations, summed over the network rules. That a service tag counts as one destination is not
 * confirmed by any page.
 */
export const networkRulePairs: Limit = { value: 20_000, page: firewallLimits, date: '2023-10' };

/** Host names in network rules, for performance. */
export const networkRuleFqdns: Limit = { value: 1000, page: firewallLimits, date: '2023-10' };

/** Bytes of a rule collection group; policies from before July 2022 hold half of it. */
export const groupBytes: Limit = { value: 2 * 1024 * 1024, page: firewallLimits, date: '2023-10' };

/** The highest port that an application rule takes. */
export const applicationRulePort: Limit = { value: 64_000, page: firewallPolicyApi, date: '2022-07' };

/** The lowest priority of a group or a collection. */
export const lowestPriority: Limit = { value: 100, page: firewallPolicyApi, date: '2022-07' };

/** The highest priority of a group or a collection. */
export const highestPriority: Limit = { value: 65_000, page: firewallPolicyApi, date: '2022-07' };

/** Characters of the name of a policy, group, collection or rule. */
export const nameLength: Limit = { value: 80, page: nameRules, date: 'not recorded' };

/** Characters of a rule's description. No page sets a limit: this one is ours, so that a portal can show the text. */
export const descriptionLength = 512;

/** Ports of a range that are written out one by one, since an application rule takes no ranges. Ours. */
export const expandedPorts = 100;
