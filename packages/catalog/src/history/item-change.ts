import type { Edition, Place } from '../edition/edition.js';

/**
 * What became of something that an edition holds by an id beside its requirements: there on one side only, or there
 * differently. A record stands alone.
 */
export interface ItemChange<Item> {
  /** `2023-04-14/router-to-models`: the edition since which it holds, and the item. */
  readonly id: string;
  /** The id of the item alone. */
  readonly item: string;
  readonly from: string;
  readonly to: string;
  /** `moved`: it says the same, and is printed at another place. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What to do, in one line. */
  readonly advice: string;
  readonly before?: Item;
  readonly after?: Item;
}

interface Held {
  readonly id: string;
  readonly at: readonly Place[];
}

/** A change that is more than another place in print. */
export interface SubstantialChange<Item> extends Pick<ItemChange<Item>, 'item' | 'to' | 'before' | 'after'> {
  readonly kind: Exclude<ItemChange<Item>['kind'], 'moved'>;
}

/** Items of one kind: where an edition holds them, and what to do about what became of one. */
export interface ItemKind<Item> {
  readonly of: (edition: Edition) => readonly Item[];
  readonly adviceFor: (change: SubstantialChange<Item>) => string;
}

function kindOf<Item extends Held>(before: Item | undefined, after: Item | undefined): ItemChange<Item>['kind'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  return JSON.stringify({ ...before, at: [] }) === JSON.stringify({ ...after, at: [] }) ? 'moved' : 'changed';
}

function recordOf<Item extends Held>(
  change: Omit<ItemChange<Item>, 'id' | 'advice'>,
  { adviceFor }: ItemKind<Item>,
): ItemChange<Item> {
  const { kind, item, to } = change;
  const advice = kind === 'moved' ? 'Nothing to do: it is printed at another place.' : adviceFor({ ...change, kind });
  return { id: `${to}/${item}`, ...change, advice };
}

/** What became of the items of one kind from one edition to another, those of the newer one first. */
export function compareItems<Item extends Held>(
  from: Edition,
  to: Edition,
  items: ItemKind<Item>,
): readonly ItemChange<Item>[] {
  const [old, now] = [items.of(from), items.of(to)];
  const ids = new Set([...now, ...old].map(({ id }) => id));
  return [...ids].flatMap((item): readonly ItemChange<Item>[] => {
    const [before, after] = [old, now].map((list) => list.find(({ id }) => id === item));
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    const sides = { ...(before && { before }), ...(after && { after }) };
    const kind = kindOf(before, after);
    return [recordOf({ item, from: from.edition, to: to.edition, kind, ...sides }, items)];
  });
}

/**
 * The same for one workspace: what neither side asks of it is left out, and so is what it is asked for alike, as when a
 * condition that holds for it has changed. `asked` says what a side asks of it, or undefined where it asks nothing.
 */
export function changesForOne<Item extends Held, Change extends ItemChange<Item>>(
  changes: readonly Change[],
  items: ItemKind<Item>,
  asked: (item: Item, side: 'before' | 'after') => string | undefined,
): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    const { before, after } = change;
    const [old, now] = [before && asked(before, 'before'), after && asked(after, 'after')];
    if (old === now) return [];
    const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ ...change, ...recordOf({ ...change, kind }, items) }];
  });
}
