import { blocksOf, blockTexts, commonBits, holds, newBlocks, push, type Blocks } from './blocks.js';
import { orderOf } from './sort-blocks.js';

/** Whether the last two blocks are the two halves of one. They are known not to overlap. */
function areHalves({ words, width, lengths, count }: Blocks): boolean {
  if (count < 2) return false;
  const length = lengths[count - 1] ?? 0;
  if (length !== lengths[count - 2]) return false;
  return commonBits(words, (count - 2) * width, words, (count - 1) * width, width) === length - 1;
}

/** The one smallest list of blocks with the same addresses: ascending, disjoint, no two halves of a block. */
export function aggregateBlocks(blocks: Blocks): Blocks {
  const { width, words, lengths, count } = blocks;
  const result = newBlocks(width, count);
  const order = orderOf(blocks);
  for (let at = 0; at < count; at++) {
    const i = order[at] ?? 0;
    // In this order a block can lie in the last one, but never the other way round.
    if (result.count > 0 && holds(result, result.count - 1, blocks, i)) continue;
    push(result, words, i * width, lengths[i] ?? 0);
    while (areHalves(result)) {
      result.count--;
      result.lengths[result.count - 1] = (result.lengths[result.count - 1] ?? 0) - 1;
    }
  }
  return result;
}

/**
 * The fewest prefixes with exactly the same addresses: IPv4 first, then IPv6, each ascending. The result is unique,
 * whatever the order of the list, its duplicates and its overlaps.
 *
 * @throws RangeError for a text that `parseCidr` refuses.
 */
export function aggregateCidrs(prefixes: readonly string[]): readonly string[] {
  const { ipv4, ipv6 } = blocksOf(prefixes);
  return [...blockTexts(aggregateBlocks(ipv4)), ...blockTexts(aggregateBlocks(ipv6))];
}

function sortedBlocks(blocks: Blocks): Blocks {
  const { width, words, lengths } = blocks;
  const result = newBlocks(width, blocks.count);
  for (const i of orderOf(blocks)) {
    const last = result.count - 1;
    const repeated = last >= 0 && result.lengths[last] === lengths[i] && holds(result, last, blocks, i);
    if (!repeated) push(result, words, i * width, lengths[i] ?? 0);
  }
  return result;
}

/**
 * The same prefixes, each once: IPv4 first, then IPv6, each by address and then wide before narrow.
 *
 * @throws RangeError for a text that `parseCidr` refuses.
 */
export function sortCidrs(prefixes: readonly string[]): readonly string[] {
  const { ipv4, ipv6 } = blocksOf(prefixes);
  return [...blockTexts(sortedBlocks(ipv4)), ...blockTexts(sortedBlocks(ipv6))];
}
