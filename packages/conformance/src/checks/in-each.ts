import { thrownText, type Faults } from '../check.js';

/** The faults of each of some things that have names, and of what is thrown on the way; the name goes before. */
export function inEach<T extends { readonly name: string }>(items: readonly T[], find: (item: T) => Faults): Faults {
  return items.flatMap((item) => {
    try {
      return find(item).map((fault) => `${item.name}: ${fault}`);
    } catch (error) {
      return [`${item.name}: ${thrownText(error)}`];
    }
  });
}
