import type { Blocks } from './blocks.js';
import type { CidrPieces } from './cidr-pieces.js';

/** For each value of the first 16 bits, the last piece that starts at or before it: halves the steps of a search. */
function pagesOf({ words, count }: Blocks): Uint32Array {
  const pages = new Uint32Array(65537).fill(count - 1);
  let piece = 0;
  for (let page = 0; page < 65536; page++) {
    while (piece + 1 < count && (words[piece + 1] ?? 0) <= page * 65536) piece++;
    pages[page] = piece;
  }
  return pages;
}

function findIpv4({ words }: Blocks, pages: Uint32Array, address: number): number {
  let low = pages[address >>> 16] ?? 0;
  let high = pages[(address >>> 16) + 1] ?? 0;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((words[middle] ?? 0) <= address) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsAfter(words: Uint32Array, at: number, address: Uint32Array): boolean {
  for (let word = 0; word < 4; word++) {
    const difference = (words[at + word] ?? 0) - (address[word] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function findIpv6({ words, count }: Blocks, address: Uint32Array): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (startsAfter(words, 4 * middle, address)) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Finds the piece of an address that stands as words, as a scan leaves them. */
export type Locate = (family: 4 | 6, words: Uint32Array) => number;

/** A finder of pieces. */
export function locator({ ipv4, ipv6 }: CidrPieces): Locate {
  const pages = pagesOf(ipv4.starts);
  return (family, words) => (family === 4 ? findIpv4(ipv4.starts, pages, words[0] ?? 0) : findIpv6(ipv6.starts, words));
}
