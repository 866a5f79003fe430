import type { AddressClasses, Stretches } from './address-classes.js';

/** Finds the class of an address that stands as words, as {@link readAddress} leaves them. */
export type Locate = (family: 4 | 6, words: Uint32Array) => number;

/** The class of an IPv4 address. A table by the first 16 bits leaves few starts to search. */
function locateIpv4({ starts, classes }: Stretches): (address: number) => number {
  const first = new Uint32Array(65537);
  let next = 0;
  for (let high = 0; high <= 65536; high++) {
    while (next < starts.length && (starts[next] ?? 0) < high * 65536) next++;
    first[high] = next;
  }
  return (address) => {
    const high = address >>> 16;
    let low = first[high] ?? 0;
    let end = first[high + 1] ?? 0;
    while (low < end) {
      const middle = (low + end) >>> 1;
      if ((starts[middle] ?? 0) <= address) low = middle + 1;
      else end = middle;
    }
    return classes[low - 1] ?? 0;
  };
}

/** Whether the start at `at` comes after an address. */
function isAfter(starts: Uint32Array, at: number, words: Uint32Array): boolean {
  for (let word = 0; word < 4; word++) {
    const [start = 0, mine = 0] = [starts[at + word], words[word]];
    if (start !== mine) return start > mine;
  }
  return false;
}

function locateIpv6({ starts, classes }: Stretches): (words: Uint32Array) => number {
  return (words) => {
    let low = 0;
    let end = classes.length;
    while (low < end) {
      const middle = (low + end) >>> 1;
      if (isAfter(starts, 4 * middle, words)) end = middle;
      else low = middle + 1;
    }
    return classes[low - 1] ?? 0;
  };
}

/** A finder of classes. */
export function locator({ ipv4, ipv6 }: AddressClasses): Locate {
  const [v4, v6] = [locateIpv4(ipv4), locateIpv6(ipv6)];
  return (family, words) => (family === 4 ? v4(words[0] ?? 0) : v6(words));
}
