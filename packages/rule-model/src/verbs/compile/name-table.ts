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

/** A number for the end of a host from `at` on, from its length and first characters. */
function sketch(host: string, at: number): number {
  const first = (host.charCodeAt(at) << 24) ^ (host.charCodeAt(at + 1) << 16) ^ (host.charCodeAt(at + 2) << 8);
  return Math.imul(first ^ host.charCodeAt(at + 3) ^ ((host.length - at) << 3), 0x9e3779b1) >>> (32 - filterBits);
}

function isOtherSpelling(code: number): boolean {
  return code > 127 || (code >= 65 && code <= 90);
}

/**
 * A finder over names that are each given once. A filter says of most domains of a host that no name is like them, so
 * that they need not be cut out and hashed.
 */
export function nameTable(targets: ReadonlyMap<string, NameTarget>): FindName {
  const exact = new Map([...targets].filter(([, target]) => target.exact > 0).map(([name, to]) => [name, to.exact]));
  const below = new Map([...targets].filter(([, target]) => target.below > 0).map(([name, to]) => [name, to.below]));
  const filter = new Uint8Array(2 ** filterBits);
  for (const name of below.keys()) filter[sketch(name, 0)] = 1;
  return (host) => {
    const whole = exact.get(host);
    if (whole !== undefined) return whole;
    // What follows a name that is found is spelt like it; only the rest has to be looked at.
    for (let i = 0, end = host.length; i < end; i++) {
      const code = host.charCodeAt(i);
      if (code === dot && filter[sketch(host, i + 1)] === 1) {
        const found = below.get(host.slice(i + 1));
        if (found !== undefined) return found;
      } else if (isOtherSpelling(code)) return otherSpelling;
    }
    return host.endsWith('.') ? otherSpelling : 0;
  };
}
