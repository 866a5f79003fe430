/** A number that squid sets, with where it is from and the date when it was tried or read. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const tried = 'tried with squid-openssl 5.7-2+deb12u6';

/** Characters of the name of an ACL: 63 are parsed, but can't be referred to. */
export const aclName: Limit = { value: 62, page: tried, date: '2026-07' };

/** Characters of a line of the configuration: the rest is read as a new line. */
export const configLine: Limit = { value: 8191, page: tried, date: '2026-07' };

/** Columns of the lines that are written: free text is wrapped there. Ours. */
export const lineWidth = 100;

/** Characters of a rule's reason, over all its lines, so that with its id it is a text of the rule model. Ours. */
export const reasonLength = 390;
