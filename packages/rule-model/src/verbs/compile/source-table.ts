import { reachOf } from '../../model/reach.js';
import type { Source } from '../../model/source.js';
import { addressClasses, classFinder } from '../../net/address-classes.js';

/** How the sources of a rule stand to an address. */
export const excluded = 0;
export const included = 1;
export const possible = 2;

/** Which lists of sources hold an address. */
export interface SourceTable {
  /**
   * The row of an address, or of one that is not known.
   *
   * @throws RangeError for a text that is no address.
   */
  readonly rowOf: (source: string | undefined) => number;
  /** {@link excluded}, {@link included} or {@link possible} at `row × count + list`. */
  readonly cells: Uint8Array;
  readonly count: number;
}

interface Item {
  readonly list: number;
  readonly prefixes: readonly string[];
}

function itemsOf(lists: readonly (readonly Source[])[]): readonly Item[] {
  return lists.flatMap((list, number) =>
    list.flatMap((source): Item[] => {
      const reach = source.kind === 'any' ? undefined : reachOf(source);
      return reach?.by === 'prefixes' ? [{ list: number, prefixes: reach.prefixes }] : [];
    }),
  );
}

/** What a list says on an address that none of its prefixes holds. */
function otherwise(list: readonly Source[], known: boolean): number {
  if (list.some(({ kind }) => kind === 'any')) return included;
  if (!known) return possible;
  return list.some((source) => source.kind === 'service-tag' && !source.resolved) ? possible : excluded;
}

/** The table of some lists of sources. */
export function sourceTable(lists: readonly (readonly Source[])[]): SourceTable {
  const items = itemsOf(lists);
  const classes = addressClasses(items.map(({ prefixes }) => prefixes));
  const count = lists.length;
  const unknown = classes.classes.length;
  const cells = new Uint8Array((unknown + 1) * count);
  for (let row = 0; row <= unknown; row++)
    lists.forEach((list, number) => {
      cells[row * count + number] = otherwise(list, row !== unknown);
    });
  classes.classes.forEach((held, row) => {
    for (const item of held) cells[row * count + (items[item]?.list ?? 0)] = included;
  });
  const classOf = classFinder(classes);
  const rowOf = (source: string | undefined): number => (source === undefined ? unknown : classOf(source));
  return { rowOf, cells, count };
}
