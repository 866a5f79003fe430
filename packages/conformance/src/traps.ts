/** What a function returned, and which parts of the platform it touched although it must not. */
export interface Watched<T> {
  readonly value: T;
  /** `Date`, `String.prototype.localeCompare`, … */
  readonly touched: readonly string[];
}

interface Place {
  readonly name: string;
  readonly owner: object;
  readonly key: string;
}

const words = {
  globalThis: ['Date', 'fetch', 'setTimeout', 'setInterval', 'performance'],
  Math: ['random'],
  Intl: ['Collator', 'DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules', 'Segmenter'],
  console: ['debug', 'error', 'info', 'log', 'trace', 'warn'],
  crypto: ['getRandomValues', 'randomUUID'],
  'String.prototype': ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'],
  'Number.prototype': ['toLocaleString'],
  'BigInt.prototype': ['toLocaleString'],
  'Array.prototype': ['toLocaleString'],
} as const;

function valueAt(path: string): unknown {
  const root: unknown = globalThis;
  if (path === 'globalThis') return root;
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], root);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Everything that depends on a clock, a place, chance, or that reaches out, as far as this platform has it. */
function places(): readonly Place[] {
  return Object.entries(words).flatMap(([path, keys]) => {
    const owner = valueAt(path);
    if (!isObject(owner)) return [];
    const start = path === 'globalThis' ? '' : `${path}.`;
    return keys.filter((key) => key in owner).map((key) => ({ name: `${start}${key}`, owner, key }));
  });
}

/** Stands in place of what is watched, tells of it, and does the same. */
function watcher(original: object, tell: () => void): object {
  return new Proxy(original, {
    get: (target, key) => {
      // Reading the prototype is what `instanceof` does.
      if (key !== 'prototype') tell();
      return Reflect.get(target, key) as unknown;
    },
    apply: (target, self, args) => {
      tell();
      return Reflect.apply(target as () => unknown, self, args) as unknown;
    },
    construct: (target, args, created) => {
      tell();
      return Reflect.construct(target as new () => object, args, created) as object;
    },
  });
}

function watchAt({ owner, key, name }: Place, touched: Set<string>): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  const original: unknown = Reflect.get(owner, key);
  if (before?.configurable === false || !isObject(original)) return () => undefined;
  const value = watcher(original, () => touched.add(name));
  Object.defineProperty(owner, key, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  };
}

/**
 * Runs a function and tells what it touched of clocks, time zones, locales, chance, timers, the network and the console.
 * What never looks at them gives the same answer at every time and place. The platform is as before when it is done.
 */
export function watched<T>(run: () => T): Watched<T> {
  const touched = new Set<string>();
  const restore = places().map((place) => watchAt(place, touched));
  try {
    const value = run();
    return { value, touched: [...touched].toSorted() };
  } finally {
    for (const undo of restore.toReversed()) undo();
  }
}
