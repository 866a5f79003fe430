import { accepted, refused, type Parsed } from '../parsed.js';
import { ipv4FromText, ipv4Text } from './ipv4.js';
import { ipv6FromText, ipv6Text } from './ipv6.js';

/** The two families of addresses. */
export type AddressFamily = 'ipv4' | 'ipv6';

const expected = 'an IPv4 or IPv6 prefix such as 10.20.0.0/16';

function hostBits(address: bigint, width: number, length: number): bigint {
  return address & ((1n << BigInt(width - length)) - 1n);
}

function canonical(text: string, address: bigint, width: 32 | 128, length: number): Parsed<string> {
  if (length > width) return refused('cidr/length', text, `a prefix length of at most ${width}`);
  const write = (bits: bigint): string => (width === 32 ? ipv4Text(Number(bits)) : ipv6Text(bits));
  const rest = hostBits(address, width, length);
  const network = `${write(address - rest)}/${length}`;
  // Masking the bits away silently would admit addresses that nobody wrote.
  if (rest !== 0n) return refused('cidr/host-bits', text, `no bits after the prefix: ${network}, or one address`);
  return accepted(network);
}

/**
 * A prefix in its one spelling: `10.0.0.0/8`, `2603:1030::/45` (RFC 5952). A bare address is the prefix of its full
 * length. Bits after the prefix length are refused, not masked.
 */
export function parseCidr(text: string): Parsed<string> {
  const [address = '', length, ...more] = text.split('/');
  if (more.length > 0 || (length !== undefined && !/^(0|[1-9][0-9]{0,2})$/.test(length)))
    return refused('cidr/not-a-prefix', text, expected);
  const v4 = ipv4FromText(address);
  if (v4 !== undefined) return canonical(text, BigInt(v4), 32, length === undefined ? 32 : Number(length));
  const v6 = ipv6FromText(address);
  if (v6 !== undefined) return canonical(text, v6, 128, length === undefined ? 128 : Number(length));
  return refused('cidr/not-a-prefix', text, expected);
}

/** The family of a prefix or address that {@link parseCidr} accepted. */
export function familyOf(prefix: string): AddressFamily {
  return prefix.includes(':') ? 'ipv6' : 'ipv4';
}
