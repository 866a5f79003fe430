import { familyOf, parseCidr, type AddressFamily } from '@azureml-firewall/rule-model';

function ipv4Number(text: string): bigint {
  return text.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** Reads the one spelling of an IPv6 address, which has no dotted part. */
function ipv6Number(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const gap = new Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...gap, ...after].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function ipv4Text(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

function ipv6Text(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 65_535n).toString(16));
  const parsed = parseCidr(groups.join(':'));
  return parsed.ok ? parsed.value.replace(/\/128$/, '') : groups.join(':');
}

/** A prefix as numbers. */
interface Block {
  readonly family: AddressFamily;
  readonly first: bigint;
  readonly size: bigint;
}

function blockOf(prefix: string): Block {
  const [address = '', length = '0'] = prefix.split('/');
  const family = familyOf(prefix);
  const width = family === 'ipv4' ? 32 : 128;
  const first = family === 'ipv4' ? ipv4Number(address) : ipv6Number(address);
  return { family, first, size: 1n << BigInt(width - Number(length)) };
}

function textOf(family: AddressFamily, value: bigint): readonly string[] {
  const end = 1n << (family === 'ipv4' ? 32n : 128n);
  if (value < 0n || value >= end) return [];
  return [family === 'ipv4' ? ipv4Text(value) : ipv6Text(value)];
}

/** Where a prefix begins and ends, and the addresses just outside of it, where there are any. */
export function edgesOf(prefix: string): { readonly inside: readonly string[]; readonly outside: readonly string[] } {
  const { family, first, size } = blockOf(prefix);
  const [from, to] = [textOf(family, first), textOf(family, first + size - 1n)];
  return {
    inside: [...new Set([...from, ...to])],
    outside: [...textOf(family, first - 1n), ...textOf(family, first + size)],
  };
}

/** An address of a prefix: the nth, and from the start again when there are not so many. */
export function addressIn(prefix: string, n: number): string {
  const { family, first, size } = blockOf(prefix);
  return textOf(family, first + (BigInt(n) % size))[0] ?? '';
}
