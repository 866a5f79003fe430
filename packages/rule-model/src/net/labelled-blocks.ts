import { blocksOf, type Blocks } from './blocks.js';
import { familyOf } from './cidr.js';

/** Blocks of one family with the list that each comes from. */
export interface LabelledBlocks {
  readonly blocks: Blocks;
  readonly labels: Uint32Array;
}

/** The blocks of several lists, families apart, with the index of their list. */
export function labelledBlocks(lists: readonly (readonly string[])[]): {
  readonly ipv4: LabelledBlocks;
  readonly ipv6: LabelledBlocks;
} {
  const { ipv4, ipv6 } = blocksOf(lists.flat());
  const labels4 = new Uint32Array(ipv4.count);
  const labels6 = new Uint32Array(ipv6.count);
  let [at4, at6] = [0, 0];
  for (const [label, list] of lists.entries())
    for (const prefix of list) {
      if (familyOf(prefix) === 'ipv4') labels4[at4++] = label;
      else labels6[at6++] = label;
    }
  return { ipv4: { blocks: ipv4, labels: labels4 }, ipv6: { blocks: ipv6, labels: labels6 } };
}
