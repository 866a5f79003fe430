import { thrownText, type Faults } from '../check.js';

/** Faults of one thing that are shown: where one connection fails, its neighbours do. */
const shown = 2;

function few(faults: Faults): Faults {
  const more = faults.length > shown ? [`${faults[shown] ?? ''} (and ${String(faults.length - shown - 1)} more)`] : [];
  return [...faults.slice(0, shown), ...more];
}

/** The faults of each of some things that have names, and of what is thrown on the way; the name goes before. */
export function inEach<T extends { readonly name: string }>(items: readonly T[], find: (item: T) => Faults): Faults {
  return items.flatMap((item) => {
    try {
      return few(find(item)).map((fault) => `${item.name}: ${fault}`);
    } catch (error) {
      return [`${item.name}: ${thrownText(error)}`];
    }
  });
}
