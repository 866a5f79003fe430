import { stableHash } from '@azureml-firewall/renderer-kit';

/** Some of the items, with the path that leads to them: a binary fraction without trailing zeros. */
export interface Bucket<T> {
  readonly path: string;
  readonly items: readonly T[];
}

/** How many bits are used at most. */
export const mostBits = 6;

function bitsOf(key: string): number {
  // The lowest bits of the hash follow the lowest bits of the characters: others are better mixed.
  return Math.floor(Number.parseInt(stableHash(key).slice(-8), 36) / 4096);
}

/**
 * Parts items until each part fits: by the first bit of a hash of their keys, and the parts that are still too large by
 * the next bit. Where an item belongs follows from its own key and the sizes of the parts alone, so that one more item
 * moves no other, unless its own part becomes too large; then half of that part moves. The half that stays keeps the
 * path, and with it its name. Filling parts one after the other would move what comes after each change.
 */
export function bucketsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  fits: (items: readonly T[]) => boolean,
  depth = mostBits,
): readonly Bucket<T>[] {
  const part = (some: readonly T[], path: string): readonly Bucket<T>[] => {
    if (some.length === 0) return [];
    if (some.length === 1 || path.length === depth || fits(some))
      return [{ path: path.replace(/0+$/, ''), items: some }];
    const isOne = (item: T): boolean => Math.floor(bitsOf(keyOf(item)) / 2 ** path.length) % 2 === 1;
    return [
      ...part(
        some.filter((item) => !isOne(item)),
        `${path}0`,
      ),
      ...part(some.filter(isOne), `${path}1`),
    ];
  };
  return part(items, '');
}

/** The place of a path among all paths of that depth: `1` is in the middle. */
export function placeOf(path: string, depth = mostBits): number {
  return path === '' ? 0 : Number.parseInt(path, 2) * 2 ** (depth - path.length);
}
