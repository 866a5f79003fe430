/** A number that the kernel or a tool sets, where it was found, and when. */
export interface Limit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

const ipset = 'tried with ipset 7.17, Linux 6.18';
const iptables = 'tried with iptables 1.8.9 (nft and legacy), Linux 6.18';
const nftables = 'tried with nftables 1.0.6, Linux 6.18';
const dnsmasq = 'tried with dnsmasq 2.90';

/** Characters of the name of an ipset. dnsmasq takes longer ones without a word and fills nothing. */
export const ipsetName: Limit = { value: 31, page: ipset, date: '2026-07' };

/** `maxelem` of an ipset, 0 to this. */
export const ipsetElements: Limit = { value: 4_294_967_295, page: 'ipset(8), maxelem', date: '2026-07' };

/** Seconds of a `timeout`. */
export const setTimeout: Limit = { value: 2_147_483, page: ipset, date: '2026-07' };

/** Bytes of the comment of an iptables rule; more is cut without a word, also inside a character. */
export const iptablesComment: Limit = { value: 255, page: iptables, date: '2026-07' };

/** Ports of one multiport match; a range counts twice. */
export const multiportSlots: Limit = { value: 15, page: iptables, date: '2026-07' };

/** Bytes of a log prefix of iptables; more is cut without a word. nftables takes 127. */
export const logPrefixBytes: Limit = { value: 29, page: iptables, date: '2026-07' };

/** Bytes of a comment in nftables. */
export const nftComment: Limit = { value: 128, page: nftables, date: '2026-07' };

/** Characters of a line of dnsmasq's configuration; the rest is read as a new line. */
export const dnsmasqLine: Limit = { value: 1024, page: dnsmasq, date: '2026-07' };

/** Characters of a comment line, ours: every tool cuts long lines and reads the rest as a new one. */
export const commentLine = 100;

/** Characters of the label of a set in nftables, which takes 255: ours, so that resolver lines stay short. */
export const nftLabel = 48;

/** Seconds that learnt addresses are kept at least, so that they outlive what clients and resolver remember. Ours. */
export const shortestTimeout = 300;

/** Seconds that resolver and clients may remember an answer; a third of the time that its addresses are kept. Ours. */
export const longestMemory = 3600;
