import type { Reach } from '../../model/reach.js';
import { readAddress } from '../../net/address.js';
import { addressClasses } from '../../net/address-classes.js';
import { locator } from '../../net/locate.js';
import { newScan } from '../../net/scan-cidr.js';
import type { EntryList } from './host-index.js';

/**
 * The entries that an address can meet, those by an unresolved tag among them.
 *
 * @throws RangeError for a text that is no address.
 */
export type AddressIndex = (address: string) => EntryList;

/** Each list of prefixes once, by its content: tags stand in many entries. */
function distinctSets(
  entries: ReadonlyMap<number, Reach>,
): Map<string, { prefixes: readonly string[]; entries: number[] }> {
  const sets = new Map<string, { prefixes: readonly string[]; entries: number[] }>();
  for (const [entry, reach] of entries) {
    if (reach.by !== 'prefixes') continue;
    const key = reach.prefixes.join(' ');
    const known = sets.get(key);
    if (known) known.entries.push(entry);
    else sets.set(key, { prefixes: reach.prefixes, entries: [entry] });
  }
  return sets;
}

/** An index over entries by their number. */
export function addressIndex(entries: ReadonlyMap<number, Reach>): AddressIndex {
  const sets = [...distinctSets(entries).values()];
  const unresolved = [...entries].flatMap(([entry, { by }]) => (by === 'tag' ? [entry] : []));
  const classes = addressClasses(sets.map(({ prefixes }) => prefixes));
  const lists = classes.sets.map((held) =>
    Int32Array.from([...unresolved, ...held.flatMap((set) => sets[set]?.entries ?? [])]).sort(),
  );
  const none = new Int32Array(0);
  const locate = locator(classes);
  const scan = newScan();
  return (address) => lists[locate(readAddress(address, scan), scan.words)] ?? none;
}
