/** What a name leads to: when it is the whole host, and when the host lies below it. 0 for nothing. */
export interface NameTarget {
  readonly exact: number;
  readonly below: number;
}

/** Looks a host up: the target of the longest name that it is or lies below, or 0. */
export type FindName = (host: string) => number;

/** The answer for a host that is not in the spelling of policies. */
export const otherSpelling = -1;

const dot = 46;
const filterBits = 16;

/**
 * A number for the end of a host from `at` on, from its length and first characters. Reading past the end is slow even
 * where it is allowed.
 */
function sketch(host: string, at: number): number {
  const length = host.length - at;
  if (length < 2) return length;
  const first = (host.charCodeAt(at) << 8) ^ host.charCodeAt(at + 1);
  return Math.imul(first ^ (length << 16), 0x9e3779b1) >>> (32 - filterBits);
}

function filterOf(names: Iterable<string>): Uint8Array {
  const filter = new Uint8Array(2 ** filterBits);
  for (const name of names) filter[sketch(name, 0)] = 1;
  return filter;
}

/** What no name of a policy has: capitals, what is not ASCII, a dot at the end. */
function isOtherSpelling(host: string): boolean {
  return /[A-Z\u0080-\uffff]|\.$/.test(host);
}

/** The bit that small letters, digits, hyphens and dots have and capitals lack, as does the underscore. */
const smallBit = 32;
/** Set in the characters of no plain host, once the bit of small letters is turned over. */
const oddBits = 0xff80 | smallBit;

/**
 * A finder over names that are each given once. A filter says of most hosts and their domains that no name is like them,
 * so that they need not be cut out and hashed.
 */
export function nameTable(targets: ReadonlyMap<string, NameTarget>): FindName {
  const exact = new Map([...targets].filter(([, target]) => target.exact > 0).map(([name, to]) => [name, to.exact]));
  const below = new Map([...targets].filter(([, target]) => target.below > 0).map(([name, to]) => [name, to.below]));
  const [exactFilter, belowFilter] = [filterOf(exact.keys()), filterOf(below.keys())];
  const findBelow = (host: string): number => {
    const end = host.length;
    let [found, bits, last] = [0, 0, 0];
    for (let i = 0; i < end && found === 0; i++) {
      last = host.charCodeAt(i);
      bits |= last ^ smallBit;
      if (last === dot && belowFilter[sketch(host, i + 1)] === 1) found = below.get(host.slice(i + 1)) ?? 0;
    }
    // What follows a name that is found is spelt like it; only what was passed over has to be looked at.
    const plain = (bits & oddBits) === 0 && (found !== 0 || last !== dot);
    return plain || !isOtherSpelling(host) ? found : otherSpelling;
  };
  return (host) => {
    const whole = exactFilter[sketch(host, 0)] === 1 ? exact.get(host) : undefined;
    return whole ?? findBelow(host);
  };
}
