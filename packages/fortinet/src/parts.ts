/** A group of names, or a part of one. */
export interface Part {
  readonly name: string;
  readonly members: readonly string[];
}

/** FNV-1a of 32 bits: spreads names over parts. The kit's hash of 64 bits is ten times slower for a hundred thousand. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The last rounds barely reach the high bits; one more mix does.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

interface Spread {
  readonly name: string;
  readonly bits: number;
}

/** Splits a list in two by one bit after the other until every part is small enough. */
function leaves(name: string, list: readonly Spread[], limit: number, bit: number): readonly Part[] {
  if (list.length <= limit || bit > 31) return [{ name, members: list.map((one) => one.name) }];
  return [0, 1].flatMap((value) => {
    const half = list.filter(({ bits }) => ((bits >>> (31 - bit)) & 1) === value);
    return half.length === 0 ? [] : leaves(`${name}${value}`, half, limit, bit + 1);
  });
}

/**
 * A group that may be too large, as groups of groups: parts first, the one that holds all last. A member's part follows
 * from its own name, not from its place, so that one member more or less touches one part and no other.
 */
export function partsOf(name: string, members: readonly string[], limit: number, level = 1): readonly Part[] {
  if (members.length <= limit) return [{ name, members }];
  const list = members.map((member) => ({ name: member, bits: spread(member) }));
  const parts = leaves(level === 1 ? `${name}_` : `${name}_l${level}-`, list, limit, 0);
  const names = parts.map((part) => part.name);
  return [...parts, ...partsOf(name, names, limit, level + 1)];
}
