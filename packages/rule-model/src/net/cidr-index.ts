import { parseCidr } from './cidr.js';
import { cidrPieces } from './cidr-pieces.js';
import { locator } from './locate.js';
import { newScan, scanAddress } from './scan-cidr.js';

/** Another spelling of an address in its canonical one, or a text that is no address. */
function respelt(text: string): string {
  const parsed = text.includes('/') ? undefined : parseCidr(text);
  return parsed?.ok ? parsed.value.slice(0, parsed.value.indexOf('/')) : '';
}

/** What stands for each list that holds an address given as text, in their order; undefined for a text that is none. */
export type CidrIndex<Label = number> = (address: string) => readonly Label[] | undefined;

/**
 * Prepares the question "which of these lists hold this address?", for millions of addresses given as text. Equal
 * answers are the same array.
 *
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function indexCidrs(lists: readonly (readonly string[])[]): CidrIndex;
/**
 * The same, with labels of one's own in the answers.
 * @param labelOf - What stands for a list in the answers, by its index.
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function indexCidrs<Label>(
  lists: readonly (readonly string[])[],
  labelOf: (list: number) => Label,
): CidrIndex<Label>;
export function indexCidrs(
  lists: readonly (readonly string[])[],
  labelOf: (list: number) => unknown = (list) => list,
): CidrIndex<unknown> {
  const pieces = cidrPieces(lists);
  const locate = locator(pieces);
  const scan = newScan();
  // By the number of the set, each made when first asked for. With all its places at once: an array that grows at random
  // places becomes a hash table, which costs more than the search.
  const answers = new Array<readonly unknown[] | undefined>(pieces.labelSets.count());
  return (address) => {
    const family = scanAddress(address, scan) || scanAddress(respelt(address), scan);
    if (family === 0) return undefined;
    const { sets } = family === 4 ? pieces.ipv4 : pieces.ipv6;
    const set = sets[locate(family, scan.words)] ?? pieces.labelSets.none;
    return (answers[set] ??= pieces.labelSets.list(set).map(labelOf));
  };
}
