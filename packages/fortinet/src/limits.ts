/** A number that Fortinet sets, with the page that prints it and the date of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const provider = 'fortinetdev/terraform-provider-fortios fortios/resource_*.go';
const feedPage = 'docs.fortinet.com FortiGate 7.4.4, External resource entry limit enhancements';

/** Characters of the name of an address, an address group, a service or a service group. */
export const objectName: Limit = { value: 79, page: provider, date: '2026-07' };

/** Characters of the name of a policy, an external resource or a zone. */
export const policyName: Limit = { value: 35, page: provider, date: '2026-07' };

/** Characters of the name of an SSL inspection or web filter profile. */
export const profileName: Limit = { value: 47, page: provider, date: '2026-07' };

/** Characters of the comment of an object. */
export const objectComment: Limit = { value: 255, page: provider, date: '2026-07' };

/** Characters of the comments of a policy. */
export const policyComments: Limit = { value: 1023, page: provider, date: '2026-07' };

/** Characters of an entry of a URL filter, and of the address of a feed. */
export const urlLength: Limit = { value: 511, page: provider, date: '2026-07' };

/** The highest id of a policy or URL filter that Fortinet's Terraform provider takes too. */
export const highestId: Limit = { value: 2_147_482_999, page: provider, date: '2026-07' };

/** Minutes between two looks at a feed. */
export const refreshMinutes: Limit = { value: 43_200, page: provider, date: '2026-07' };

/** Lines of one feed, up to 7.4.3. */
export const feedLines: Limit = { value: 131_072, page: feedPage, date: 'not recorded' };

/** Lines of all feeds together, from 7.4.4 on; what is over is cut off without a word. */
export const allFeedLines: Limit = { value: 300_000, page: feedPage, date: 'not recorded' };

/** Feeds of one virtual domain. */
export const feedsOfVdom: Limit = { value: 256, page: feedPage, date: 'not recorded' };

/** Addresses that one wildcard object holds. */
export const learntAddresses: Limit = {
  value: 1000,
  page: 'docs.fortinet.com FortiGate 7.0, Using wildcard FQDN addresses in firewall policies',
  date: 'not recorded',
};

/** Port ranges of one service object. No page sets a limit: this one is ours. */
export const rangesOfService = 15;

/** Bits that a feed's prefix has at least. Wider ones are in no service-tag document, and would open too much. Ours. */
export const shortestPrefix = { ipv4: 8, ipv6: 16 } as const;
