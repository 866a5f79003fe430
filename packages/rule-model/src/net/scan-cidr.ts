/** Room for what a scan reads, so that reading a hundred thousand prefixes allocates nothing. */
export interface Scan {
  /** The address, most significant word first: one word of 32 bits for IPv4, four for IPv6. */
  readonly words: Uint32Array;
  /** The prefix length; that of a whole address where none is written. */
  length: number;
  /** The eight groups of an IPv6 address. */
  readonly groups: Uint16Array;
}

/** What a scan has found: an IPv4 or IPv6 prefix, or no text in canonical spelling. */
export type Scanned = 4 | 6 | 0;

/** Room for one prefix at a time. */
export function newScan(): Scan {
  return { words: new Uint32Array(4), length: 0, groups: new Uint16Array(8) };
}

const dot = 46;
const slash = 47;
const colon = 58;

/** At most three digits without a leading zero: `value + 1024 × where they end`, or -1. */
function scanDecimal(text: string, at: number): number {
  let value = text.charCodeAt(at) - 48;
  if (!(value >= 0 && value <= 9)) return -1;
  const last = value === 0 ? at + 1 : Math.min(at + 3, text.length);
  let end = at + 1;
  for (; end < last; end++) {
    const digit = text.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return end * 1024 + value;
}

/** Where a dotted address ends, or -1. */
function scanDotted(text: string, { words }: Scan): number {
  let at = 0;
  let address = 0;
  for (let octet = 0; octet < 4; octet++) {
    if (octet > 0 && text.charCodeAt(at++) !== dot) return -1;
    const scanned = scanDecimal(text, at);
    const value = scanned & 1023;
    if (scanned < 0 || value > 255) return -1;
    address = (address << 8) | value;
    at = scanned >>> 10;
  }
  words[0] = address;
  return at;
}

/** The value of a lower-case hexadecimal digit; anything above 15 is none. */
function hexDigit(code: number): number {
  if (code <= 57) return code >= 48 ? code - 48 : 16;
  return code >= 97 ? code - 87 : 16;
}

/** One to four hexadecimal digits without a leading zero: `value + 65536 × where they end`, or -1. */
function scanGroup(text: string, at: number): number {
  if (at >= text.length) return -1;
  let value = hexDigit(text.charCodeAt(at));
  if (value > 15) return -1;
  const last = value === 0 ? at + 1 : Math.min(at + 4, text.length);
  let end = at + 1;
  for (; end < last; end++) {
    const digit = hexDigit(text.charCodeAt(end));
    if (digit > 15) break;
    value = value * 16 + digit;
  }
  return end * 65536 + value;
}

/** Moves the groups after `::` to the end. False where `::` stands for fewer than two groups (RFC 5952, 4.2.2). */
function spread(groups: Uint16Array, count: number, gap: number): boolean {
  if (gap < 0) return count === 8;
  if (count > 6) return false;
  // Loops and not copyWithin and fill, whose calls take longer than the work.
  let to = 7;
  for (let from = count - 1; from >= gap; from--) groups[to--] = groups[from] ?? 0;
  while (to >= gap) groups[to--] = 0;
  return true;
}

/** Whether `::` stands where RFC 5952 wants it: for the first of the longest runs of two or more zero groups. */
function wellAbbreviated(groups: Uint16Array, gap: number, abbreviated: number): boolean {
  let start = -1;
  let longest = 1;
  let run = 0;
  for (let i = 0; i < 8; i++) {
    run = groups[i] === 0 ? run + 1 : 0;
    if (run > longest) {
      longest = run;
      start = i + 1 - run;
    }
  }
  // All of the run: a zero group written beside `::` belongs into it.
  return start === gap && (gap < 0 || longest === abbreviated);
}

/**
 * Groups joined by single colons, written from `groups[count]` on: `the count then + 32 × where they end`, and 16 more
 * where one of them is zero.
 */
function scanRun(text: string, at: number, groups: Uint16Array, count: number): number {
  let end = at;
  let next = at;
  let zero = 0;
  while (count < 8) {
    const scanned = scanGroup(text, next);
    if (scanned < 0) break;
    const group = scanned & 0xffff;
    if (group === 0) zero = 16;
    groups[count++] = group;
    end = scanned >>> 16;
    next = end + 1;
    if (next >= text.length || text.charCodeAt(end) !== colon) break;
  }
  return end * 32 + zero + count;
}

/** Where the groups end, or -1. */
function scanGroups(text: string, { groups, words }: Scan): number {
  let run = scanRun(text, 0, groups, 0);
  let gap = -1;
  let zero = run & 16;
  const end = run >>> 5;
  if (end + 1 < text.length && text.charCodeAt(end) === colon && text.charCodeAt(end + 1) === colon) {
    gap = run & 15;
    run = scanRun(text, end + 2, groups, gap);
    zero |= run & 16;
  }
  if (!spread(groups, run & 15, gap) || (zero !== 0 && !wellAbbreviated(groups, gap, 8 - (run & 15)))) return -1;
  for (let word = 0; word < 4; word++) words[word] = ((groups[2 * word] ?? 0) << 16) | (groups[2 * word + 1] ?? 0);
  return run >>> 5;
}

/** Whether a bit is set after the prefix length. */
function hasHostBits(words: Uint32Array, width: 1 | 4, length: number): boolean {
  for (let word = 0; word < width; word++) {
    const kept = length - 32 * word;
    if (kept < 32 && ((words[word] ?? 0) & (kept <= 0 ? 0xffffffff : 0xffffffff >>> kept)) !== 0) return true;
  }
  return false;
}

/** IPv6 has a colon among its first five characters, IPv4 a dot. */
function looksLikeIpv6(text: string): boolean {
  const end = Math.min(5, text.length);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === dot) return false;
    if (code === colon) return true;
  }
  return false;
}

/**
 * Reads an address that is written exactly as `parseCidr` would write it, without its length. 0 for every other text,
 * which may still be an address in another spelling.
 */
export function scanAddress(text: string, scan: Scan): Scanned {
  const v6 = looksLikeIpv6(text);
  const end = v6 ? scanGroups(text, scan) : scanDotted(text, scan);
  if (end < 0 || end !== text.length) return 0;
  scan.length = v6 ? 128 : 32;
  return v6 ? 6 : 4;
}

/**
 * Reads a prefix that is written exactly as `parseCidr` writes it: `13.66.0.0/16`, `2603:1030::/45`. 0 for every other
 * text, which may still be a prefix in another spelling. One pass, no allocation.
 */
export function scanCidr(text: string, scan: Scan): Scanned {
  const v6 = looksLikeIpv6(text);
  const end = v6 ? scanGroups(text, scan) : scanDotted(text, scan);
  if (end < 0 || end >= text.length || text.charCodeAt(end) !== slash) return 0;
  const scanned = scanDecimal(text, end + 1);
  const length = scanned & 1023;
  if (scanned < 0 || scanned >>> 10 !== text.length || length > (v6 ? 128 : 32)) return 0;
  if (hasHostBits(scan.words, v6 ? 4 : 1, length)) return 0;
  scan.length = length;
  return v6 ? 6 : 4;
}
