import { addressClasses, type AddressClasses } from '../../net/address-classes.js';
import type { Items } from './items.js';

/** Addresses that no item tells apart, given which tags without addresses hold them. */
export interface AddressAtom {
  /** The class among the addresses that are known; 0 where no prefix holds them. */
  readonly known: number;
  /** The items of the tags without addresses that hold them. */
  readonly tags: readonly number[];
  /** All items that hold them. */
  readonly items: readonly number[];
}

/** All addresses in atoms. */
export interface AddressAtoms {
  readonly atoms: readonly AddressAtom[];
  readonly classes: AddressClasses;
  /** The item of each list of prefixes in `classes`. */
  readonly listItems: readonly number[];
  /** The classes that some address is in. */
  readonly inhabited: readonly number[];
}

/** No tag, each tag, and each pair of tags where `pairs` asks for it. */
function combinations(tags: readonly number[], pairs: boolean): readonly (readonly number[])[] {
  const couples = tags.flatMap((a, i) => tags.slice(i + 1).map((b) => [a, b]));
  return [[], ...tags.map((tag) => [tag]), ...(pairs ? couples : [])];
}

/**
 * Divides all addresses by the items that hold them. Nobody knows which addresses are in an unresolved tag, so that any
 * may be. Where two policies differ at an address, each answers by one item that holds it, or by none: with at most two
 * tags at a time nothing is missed, and with one where no rule denies, since there a second tag changes nothing.
 */
export function addressAtoms({ list }: Items, pairs: boolean): AddressAtoms {
  const listItems: number[] = [];
  const prefixes: (readonly string[])[] = [];
  const tags: number[] = [];
  const everywhere: number[] = [];
  list.forEach(({ reach }, item) => {
    if (reach.by === 'any') everywhere.push(item);
    if (reach.by === 'tag') tags.push(item);
    if (reach.by !== 'prefixes') return;
    listItems.push(item);
    prefixes.push(reach.prefixes);
  });
  const classes = addressClasses(prefixes);
  const inhabited = [...new Set([...classes.ipv4, ...classes.ipv6])].sort((a, b) => a - b);
  const atoms = inhabited.flatMap((known) => {
    const held = (classes.classes[known] ?? []).map((number) => listItems[number] ?? 0);
    return combinations(tags, pairs).map((some) => ({ known, tags: some, items: [...everywhere, ...held, ...some] }));
  });
  return { atoms, classes, listItems, inhabited };
}
