import { ipv4FromText } from './ipv4.js';

const group = /^[0-9a-f]{1,4}$/;

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  return parts.every((part) => group.test(part)) ? parts.map((part) => parseInt(part, 16)) : undefined;
}

/** `::ffff:1.2.3.4` is written with its last 32 bits as IPv4 (RFC 4291, 2.2): as two groups it is like any other. */
function withoutDottedTail(text: string): string | undefined {
  const at = text.lastIndexOf(':');
  if (!text.includes('.')) return text;
  const tail = ipv4FromText(text.slice(at + 1));
  if (tail === undefined) return undefined;
  return `${text.slice(0, at + 1)}${(tail >>> 16).toString(16)}:${(tail & 0xffff).toString(16)}`;
}

/** An IPv6 address as its 128 bits, or undefined. Zones (`%eth0`) are refused: they mean nothing on another machine. */
export function ipv6FromText(text: string): bigint | undefined {
  const plain = withoutDottedTail(text.toLowerCase());
  const halves = plain?.split('::') ?? [];
  if (halves.length === 0 || halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<number>(gap).fill(0), ...tail];
  return groups.reduce((sum, part) => (sum << 16n) | BigInt(part), 0n);
}

/** Where the longest run of two or more zero groups lies: the first of the longest, as RFC 5952 wants it. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

/** The canonical text of an address (RFC 5952). */
export function ipv6Text(address: bigint): string {
  return ipv6GroupsText(Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(112 - 16 * i)) & 0xffffn)));
}

/** The canonical text of the eight groups of an address. */
export function ipv6GroupsText(groups: readonly number[]): string {
  const { start, length } = longestZeroRun(groups);
  let text = '';
  for (let i = 0; i < groups.length; i++) {
    if (i === start) {
      text += '::';
      i += length - 1;
    } else {
      const first = i === 0 || i === start + length;
      text += `${first ? '' : ':'}${(groups[i] ?? 0).toString(16)}`;
    }
  }
  return text;
}
