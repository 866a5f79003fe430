import type { Destination } from '../../model/destination.js';
import { reachOf, type Reach } from '../../model/reach.js';
import type { AnySource, Source } from '../../model/source.js';

/** Something that rules name as source or destination, once for all rules that mean the same by it. */
export interface Item {
  readonly value: Destination | AnySource;
  readonly reach: Reach | AnyReach;
}

/** What every address is in. */
interface AnyReach {
  readonly by: 'any';
}

/** The items of a space by number. */
export interface Items {
  readonly list: readonly Item[];
  readonly numberOf: (value: Destination | Source) => number;
}

function reachIn(value: Destination | Source, byName: ReadonlySet<string>): Reach | AnyReach {
  if (value.kind === 'any') return { by: 'any' };
  if (value.kind === 'service-tag' && byName.has(value.tag.toLowerCase())) return { by: 'tag', tag: value.tag };
  return reachOf(value);
}

function keyOf(reach: Reach | AnyReach): string {
  switch (reach.by) {
    case 'any':
      return 'any';
    case 'host':
      return `host ${reach.host} ${reach.path ?? ''}`;
    case 'below':
      return `below ${reach.parent}`;
    case 'ending':
      return `ending ${reach.suffix}`;
    case 'prefixes':
      return `prefixes ${reach.prefixes.join(' ')}`;
    case 'tag':
      return `tag ${reach.tag.toLowerCase()}`;
  }
}

/** The items among some values. The tags in `byName` (lower case) are taken by their names, resolved or not. */
export function itemsOf(values: Iterable<Destination | Source>, byName: ReadonlySet<string>): Items {
  const list: Item[] = [];
  const byKey = new Map<string, number>();
  const byValue = new Map<Destination | Source, number>();
  for (const value of values) {
    if (byValue.has(value)) continue;
    const reach = reachIn(value, byName);
    const key = keyOf(reach);
    const number = byKey.get(key) ?? list.push({ value, reach }) - 1;
    byKey.set(key, number);
    byValue.set(value, number);
  }
  return { list, numberOf: (value) => byValue.get(value) ?? 0 };
}
