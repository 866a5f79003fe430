import type { Reach } from '../../model/reach.js';
import { addressClasses, classFinder } from '../../net/address-classes.js';
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
  const lists = classes.classes.map((held) =>
    Int32Array.from([...unresolved, ...held.flatMap((set) => sets[set]?.entries ?? [])]).sort(),
  );
  const none = new Int32Array(0);
  const classOf = classFinder(classes);
  return (address) => lists[classOf(address)] ?? none;
}
