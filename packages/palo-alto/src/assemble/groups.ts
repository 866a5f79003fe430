import type { AddressGroup } from '../model.js';
import { partName } from '../names.js';
import { compareTexts } from '../text.js';

/** 32 bits of a text (FNV-1a), spread so that any first few of them divide texts evenly. */
function bitsOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

/** A member with its bits. */
interface Hashed {
  readonly member: string;
  readonly bits: number;
}

interface Part {
  readonly bits: string;
  readonly members: readonly string[];
}

function halves(hashed: readonly Hashed[], bits: string, limit: number): readonly Part[] {
  if (hashed.length <= limit || bits.length === 32)
    return hashed.length === 0 ? [] : [{ bits, members: hashed.map(({ member }) => member) }];
  const mask = 0x80000000 >>> bits.length;
  return [
    ...halves(
      hashed.filter((one) => (one.bits & mask) === 0),
      `${bits}0`,
      limit,
    ),
    ...halves(
      hashed.filter((one) => (one.bits & mask) !== 0),
      `${bits}1`,
      limit,
    ),
  ];
}

/**
 * A group, and its parts where the device would refuse so many members. Each part is halved by itself and by what its
 * members are called, so that one member more touches one part.
 */
export function groupOf(whole: AddressGroup, limit: number): readonly AddressGroup[] {
  if (whole.members.length <= limit) return [whole];
  const hashed = whole.members.map((member) => ({ member, bits: bitsOf(member) }));
  const parts = halves(hashed, '', limit).map(({ bits, members }) => ({
    ...whole,
    name: partName(whole.name, bits),
    members,
  }));
  return [...parts, { ...whole, members: parts.map(({ name }) => name) }];
}

/** Groups by name, each after those that it holds. */
export function inOrder(groups: readonly AddressGroup[]): readonly AddressGroup[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const depths = new Map<string, number>();
  const depthOf = ({ name, members }: AddressGroup): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    let depth = 0;
    for (const member of members) {
      const inner = byName.get(member);
      if (inner) depth = Math.max(depth, depthOf(inner) + 1);
    }
    depths.set(name, depth);
    return depth;
  };
  return groups.toSorted((a, b) => depthOf(a) - depthOf(b) || compareTexts(a.name, b.name));
}
