import * as fc from 'fast-check';

/** A property on the same cases in every run, and on new ones: fast-check prints the seed of a failure. */
export function holds<Ts>(property: fc.IProperty<Ts>): void {
  fc.assert(property, { seed: 20210914, numRuns: 100 });
  fc.assert(property, { numRuns: 50 });
}
