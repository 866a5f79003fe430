import { commonBits } from './blocks.js';
import { parseCidr } from './cidr.js';
import { newScan, scanAddress, scanCidr, type Scan } from './scan-cidr.js';

/** An address as numbers: one word of 32 bits for IPv4, four for IPv6, the most significant first. */
export interface Address {
  readonly family: 4 | 6;
  readonly words: Uint32Array;
}

function canonical(text: string): string {
  const parsed = text.includes('/') ? undefined : parseCidr(text);
  if (parsed?.ok) return parsed.value.slice(0, parsed.value.indexOf('/'));
  throw new RangeError(`${JSON.stringify(text)}: expected an IPv4 or IPv6 address`);
}

/**
 * Reads an address into a scan and tells its family.
 *
 * @throws RangeError for a text that is no address: taken as "no match", it would slip past a deny rule.
 */
export function readAddress(text: string, scan: Scan): 4 | 6 {
  return scanAddress(text, scan) || readAddress(canonical(text), scan);
}

/**
 * An address from its text.
 *
 * @throws RangeError for a text that is no address.
 */
export function addressFrom(text: string): Address {
  const scan = newScan();
  const family = readAddress(text, scan);
  return { family, words: scan.words };
}

/** Whether a prefix in canonical spelling holds an address. */
export function prefixHolds(prefix: string, { family, words }: Address): boolean {
  const scan = newScan();
  return scanCidr(prefix, scan) === family && commonBits(scan.words, 0, words, 0, family === 4 ? 1 : 4) >= scan.length;
}
