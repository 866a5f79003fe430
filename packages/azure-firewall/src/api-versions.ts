import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';

/** The stable versions of a resource type's API, with the page that prints them and the month of the text that was read. */
export interface ApiVersions {
  /** Oldest first; those before the first are not printed. */
  readonly values: readonly string[];
  readonly page: string;
  readonly date: string;
}

const azapi = 'Azure/terraform-provider-azapi docs/resources';

/**
 * `Microsoft.Network/firewallPolicies/ruleCollectionGroups`: the provider has policies, IP groups, firewalls, security
 * groups and route tables in the same versions. The shape was read in that of 2022-07, and no page tells of a change.
 */
export const networkVersions: ApiVersions = {
  values: [
    ...['2022-07-01', '2022-09-01', '2022-11-01', '2023-02-01', '2023-04-01', '2023-05-01', '2023-06-01', '2023-09-01'],
    ...['2023-11-01', '2024-01-01', '2024-03-01', '2024-05-01', '2024-07-01', '2024-10-01', '2025-01-01', '2025-03-01'],
    ...['2025-05-01', '2025-07-01', '2025-09-01', '2026-01-01'],
  ],
  page: `${azapi}/Microsoft.Network_firewallPolicies_ruleCollectionGroups.md`,
  date: 'not recorded',
};

/** `Microsoft.MachineLearningServices/workspaces/outboundRules`. */
export const outboundRuleVersions: ApiVersions = {
  values: [
    ...['2023-10-01', '2024-04-01', '2024-10-01', '2025-04-01', '2025-06-01', '2025-09-01', '2025-12-01', '2026-03-01'],
    ...['2026-05-01', '2026-07-01'],
  ],
  page: `${azapi}/Microsoft.MachineLearningServices_workspaces_outboundRules.md`,
  date: 'not recorded',
};

function isDate(text: string): boolean {
  return /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(text);
}

function newest({ values }: ApiVersions): string {
  return values.at(-1) ?? '';
}

/** Whether a version is of after the page that was read: it can't be checked here. */
export function isNewer(text: string, versions: ApiVersions): boolean {
  return isDate(text) && text > newest(versions);
}

/** A known stable version, or a newer one than any that is known. Previews end without notice. */
export function parseApiVersion(code: string, text: string, versions: ApiVersions): Parsed<string> {
  return versions.values.includes(text) || isNewer(text, versions)
    ? accepted(text)
    : refused(code, text, `a stable API version: one of ${versions.values.join(', ')}, or a newer one`);
}

/** What is said of a version that can't be checked: nothing of one that is known. */
export function newerVersionFacts(
  text: string,
  versions: ApiVersions,
): { readonly version: string; readonly newest: string; readonly page: string } | undefined {
  return isNewer(text, versions) ? { version: text, newest: newest(versions), page: versions.page } : undefined;
}
