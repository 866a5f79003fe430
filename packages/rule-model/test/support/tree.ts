/** The way to a place in plain data. */
export type Way = readonly (string | number)[];

type Tree = Readonly<Record<string | number, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** `collections[0].id` as keys. */
export function wayOf(path: string): Way {
  return path.split(/[.[\]]+/).flatMap((part) => (part === '' ? [] : /^\d+$/.test(part) ? Number(part) : part));
}

/** What stands at a place. */
export function valueAt(data: unknown, way: Way): unknown {
  return way.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), data);
}

/** A copy with another value at one place: the type says that nothing changed, which is the lie to be tested. */
export function withValue<T>(data: T, [key, ...rest]: Way, value: unknown): T {
  if (key === undefined) return value as T;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(data)
    ? [...(data as unknown[])]
    : { ...(data as Record<string, unknown>) };
  const tree = copy as Record<string | number, unknown>;
  tree[key] = withValue(tree[key], rest, value);
  return copy as T;
}

/** The ways to all objects in plain data, lists aside. */
export function objectsIn(data: unknown, way: Way = []): readonly Way[] {
  if (!isTree(data)) return [];
  const below = Object.entries(data).flatMap(([key, value]) =>
    objectsIn(value, [...way, Array.isArray(data) ? Number(key) : key]),
  );
  return Array.isArray(data) ? below : [way, ...below];
}

/** The same data, frozen to the bottom. */
export function frozen<T>(data: T): T {
  if (isTree(data)) Object.values(Object.freeze(data)).forEach(frozen);
  return data;
}
