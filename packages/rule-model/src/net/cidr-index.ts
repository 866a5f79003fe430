import { parseCidr } from './cidr.js';
import { cidrPieces } from './cidr-pieces.js';
import { locator } from './locate.js';
import { newScan, scanAddress } from './scan-cidr.js';

/** Another spelling of an address in its canonical one, or a text that is no address. */
function respelt(text: string): string {
  const parsed = text.includes('/') ? undefined : parseCidr(text);
  return parsed?.ok ? parsed.value.slice(0, parsed.value.indexOf('/')) : '';
}

/** The indices, ascending, of the lists that hold an address given as text; undefined for a text that is no address. */
export type CidrIndex = (address: string) => readonly number[] | undefined;

/**
 * Prepares the question "which of these lists hold this address?", for millions of addresses given as text. Equal
 * answers are the same array.
 *
 * @throws RangeError for a prefix that `parseCidr` refuses.
 */
export function indexCidrs(lists: readonly (readonly string[])[]): CidrIndex {
  const pieces = cidrPieces(lists);
  const locate = locator(pieces);
  const scan = newScan();
  return (address) => {
    const family = scanAddress(address, scan) || scanAddress(respelt(address), scan);
    if (family === 0) return undefined;
    const { sets } = family === 4 ? pieces.ipv4 : pieces.ipv6;
    return pieces.labelSets.list(sets[locate(family, scan.words)] ?? pieces.labelSets.none);
  };
}
