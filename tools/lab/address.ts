import { familyOf, parseCidr, type AddressFamily } from '@azureml-firewall/rule-model';

const bits = { ipv4: 32, ipv6: 128 } as const;

function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail] = address.split('::');
  const words = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [left, right] = [words(head), words(tail ?? '')];
  const middle = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0');
  return [...left, ...middle, ...right].reduce((sum, word) => sum * 65536n + BigInt(`0x${word}`), 0n);
}

function textOf(value: bigint, family: AddressFamily): string {
  if (family === 'ipv4') return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const words = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 65535n).toString(16));
  return words.join(':');
}

/** An address in its one spelling. */
export function canonicalAddress(text: string): string {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(`${text}: expected an address`);
  return parsed.value.slice(0, parsed.value.indexOf('/'));
}

/** The family of an address or prefix. */
export const family = (text: string): AddressFamily => familyOf(text);

/** The address that many after another one, within its family; undefined where there is none. */
export function offset(address: string, by: number): string | undefined {
  const kind = family(address);
  const value = numberOf(address) + BigInt(by);
  if (value < 0n || value >> BigInt(bits[kind]) !== 0n) return undefined;
  return canonicalAddress(textOf(value, kind));
}

/** The first and the last address of a prefix. */
export function ends(prefix: string): readonly [first: string, last: string] {
  const [first = '', length = ''] = prefix.split('/');
  const kind = family(prefix);
  const size = 1n << BigInt(bits[kind] - Number(length));
  return [canonicalAddress(first), canonicalAddress(textOf(numberOf(first) + size - 1n, kind))];
}
