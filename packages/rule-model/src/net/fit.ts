import { aggregateBlocks } from './aggregate.js';
import { blocksOf, blockTexts, commonBits, newBlocks, push, type Blocks } from './blocks.js';
import { sizeOf, splitAt } from './cidr-sets.js';
import type { AddressFamily } from './cidr.js';

/** A node of the binary trie over disjoint blocks: all that start with the same `length` bits. */
interface Node {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly halves?: readonly [Node, Node];
  /** The addresses that its blocks hold. */
  readonly held: number;
  /** At `k - 1`, the fewest addresses that have to be added to cover the node with at most `k` prefixes. */
  readonly added: Float64Array;
}

/** The cheapest ways to cover two halves with at most 1, 2, 3 … prefixes; one prefix covers both by `whole`. */
function combine(left: Float64Array, right: Float64Array, whole: number, limit: number): Float64Array {
  const added = new Float64Array(Math.min(left.length + right.length, limit)).fill(Infinity);
  added[0] = whole;
  for (let i = 0; i < left.length; i++) {
    const last = Math.min(right.length, added.length - i - 1);
    for (let j = 0; j < last; j++) {
      const sum = (left[i] ?? 0) + (right[j] ?? 0);
      if (sum < (added[i + j + 1] ?? 0)) added[i + j + 1] = sum;
    }
  }
  for (let k = 1; k < added.length; k++) added[k] = Math.min(added[k] ?? 0, added[k - 1] ?? 0);
  return added;
}

function nodeOf(blocks: Blocks, from: number, to: number, limit: number): Node {
  const { width, words, lengths } = blocks;
  const bits = 32 * width;
  if (to - from === 1) {
    const length = lengths[from] ?? 0;
    return { from, to, length, held: 2 ** (bits - length), added: new Float64Array(1) };
  }
  const length = commonBits(words, from * width, words, (to - 1) * width, width);
  const middle = splitAt(blocks, from, to, length);
  const left = nodeOf(blocks, from, middle, limit);
  const right = nodeOf(blocks, middle, to, limit);
  const held = left.held + right.held;
  const added = combine(left.added, right.added, 2 ** (bits - length) - held, limit);
  return { from, to, length, halves: [left, right], held, added };
}

/** The fewest of at most `budget` prefixes that add as little. */
function fewest(added: Float64Array, budget: number): number {
  let k = Math.min(budget, added.length);
  while (k > 1 && added[k - 2] === added[k - 1]) k--;
  return k;
}

/** How many of `budget` prefixes the left half gets in a cheapest way. */
function shareOfLeft([left, right]: readonly [Node, Node], budget: number, cost: number): number {
  for (let share = 1; share < budget; share++) {
    const rest = right.added[Math.min(budget - share, right.added.length) - 1] ?? 0;
    if ((left.added[Math.min(share, left.added.length) - 1] ?? 0) + rest === cost) return share;
  }
  return 1;
}

function cover(blocks: Blocks, node: Node, budget: number, result: Blocks): void {
  const k = fewest(node.added, budget);
  if (node.halves === undefined || k === 1) {
    const start = blocks.words.slice(node.from * blocks.width, (node.from + 1) * blocks.width);
    clearAfter(start, node.length);
    push(result, start, 0, node.length);
    return;
  }
  const share = shareOfLeft(node.halves, k, node.added[k - 1] ?? 0);
  cover(blocks, node.halves[0], share, result);
  cover(blocks, node.halves[1], k - share, result);
}

function clearAfter(words: Uint32Array, length: number): void {
  for (let word = 0; word < words.length; word++) {
    const kept = length - 32 * word;
    if (kept < 32) words[word] = kept <= 0 ? 0 : (words[word] ?? 0) & ~(0xffffffff >>> kept);
  }
}

function fitBlocks(blocks: Blocks, limit: number): Blocks {
  if (blocks.count <= limit) return blocks;
  const result = newBlocks(blocks.width, limit);
  cover(blocks, nodeOf(blocks, 0, blocks.count, limit), limit, result);
  return result;
}

/** A list made to fit, and what that has cost. */
export interface FittedCidrs {
  /** IPv4 first, then IPv6, each ascending; within each family's limit. */
  readonly prefixes: readonly string[];
  /** How many addresses it has that the list given had not. */
  readonly added: Readonly<Record<AddressFamily, bigint>>;
}

/**
 * The list as at most `limit` prefixes of each family that hold all of its addresses and as few others as possible. A
 * list that fits is only aggregated. Families have limits of their own because a firewall keeps them in tables of their
 * own, and because addresses of one can't be weighed against those of the other; a limit can be given for each.
 *
 * The choice is exact for IPv4, and for IPv6 as far as sums of 53 bits tell two choices apart; `added` is exact for
 * both. Takes time in proportion to prefixes × limit after aggregation.
 *
 * @throws RangeError for a limit below one, or a text that `parseCidr` refuses.
 */
export function fitCidrs(
  prefixes: readonly string[],
  limit: number | Readonly<Record<AddressFamily, number>>,
): FittedCidrs {
  const limits = typeof limit === 'number' ? { ipv4: limit, ipv6: limit } : limit;
  for (const value of [limits.ipv4, limits.ipv6])
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${value}: expected a limit of at least one`);
  const { ipv4, ipv6 } = blocksOf(prefixes);
  const [v4, v6] = [aggregateBlocks(ipv4), aggregateBlocks(ipv6)];
  const [fitted4, fitted6] = [fitBlocks(v4, limits.ipv4), fitBlocks(v6, limits.ipv6)];
  return {
    prefixes: [...blockTexts(fitted4), ...blockTexts(fitted6)],
    added: { ipv4: sizeOf(fitted4) - sizeOf(v4), ipv6: sizeOf(fitted6) - sizeOf(v6) },
  };
}
