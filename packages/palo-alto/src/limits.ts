/** A number that PAN-OS sets, with the page or repository that prints it and the date of the text that was read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const scm = 'PaloAltoNetworks/pan.dev openapi-specs/scm/config/ngfw/objects';
const codegen = 'PaloAltoNetworks/pan-os-codegen specs/objects and specs/policies';
const fqdnObjects = 'knowledgebase.paloaltonetworks.com kA10g000000ClVqCAK';
const lists = 'PAN-OS 7.1 and 8.0 administrator guides, external dynamic lists';

/** Characters of the name of an address, address group, service or, from PAN-OS 8.1 on, a security rule. */
export const nameLength: Limit = { value: 63, page: scm, date: '2026-08' };

/** Characters of the name of a custom URL category. */
export const categoryNameLength: Limit = {
  value: 31,
  page: 'batfish/batfish PaloAltoParser.g4 and its test profiles-warning',
  date: '2026-06',
};

/** Characters of the name of an external dynamic list: the current schema takes 63, the guide of 7.1 says 32. */
export const listNameLength: Limit = { value: 31, page: lists, date: '2026-06' };

/** Characters of the name of a zone. */
export const zoneLength: Limit = { value: 31, page: 'aerleon/aerleon aerleon/lib/paloaltofw.py', date: '2026-06' };

/** Characters of one entry of a custom URL category. */
export const urlLength: Limit = {
  value: 255,
  page: 'docs.paloaltonetworks.com, Guidelines for URL Category Exceptions',
  date: '2026-06',
};

/** Characters of the ports of one service object. */
export const portsLength: Limit = { value: 1023, page: codegen, date: '2026-07' };

/** Characters of the description of an address group. */
export const groupDescription: Limit = { value: 1023, page: codegen, date: '2026-07' };

/** Characters of the comments of a tag. */
export const tagComments: Limit = { value: 1023, page: codegen, date: '2026-07' };

/** Characters of the description of a security rule. */
export const ruleDescription: Limit = { value: 1024, page: codegen, date: '2026-07' };

/** Characters of the description of a custom URL category or an external dynamic list. */
export const shortDescription: Limit = { value: 255, page: codegen, date: '2026-07' };

/** Characters of the address of an external dynamic list. */
export const listUrlLength: Limit = { value: 255, page: codegen, date: '2026-07' };

/** FQDN objects of small platforms and of all VM-Series; large ones hold more. */
export const fqdnObjectCount: Limit = { value: 2000, page: fqdnObjects, date: '2020' };

/** External dynamic lists that rules may use. */
export const listCount: Limit = { value: 30, page: lists, date: '2026-06' };

/** Lines of all IP lists together; later pages say that the number varies by model. What is above is skipped. */
export const listEntries: Limit = { value: 50_000, page: lists, date: '2026-06' };

/** Members of a list in a rule that are written out; more go into a group. Ours, so that a rule stays readable. */
export const inlineMembers = 16;
