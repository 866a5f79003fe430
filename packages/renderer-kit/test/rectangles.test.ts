import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangles } from '../src/index.js';

const key = { row: (row: string) => row, column: (column: number) => String(column) };

/** A failing case is found again by this seed. */
const fixed = { seed: 1, numRuns: 500 };
const relation = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(4)), { maxLength: 20 });

describe('rectangles', () => {
  it('put rows with the same columns together, in order of appearance', () => {
    expect(
      rectangles(
        [
          ['b', 443],
          ['a', 80],
          ['a', 443],
          ['b', 80],
          ['c', 80],
        ],
        key,
      ),
    ).toEqual([
      { rows: ['b', 'a'], columns: [443, 80] },
      { rows: ['c'], columns: [80] },
    ]);
  });

  it('say the same pairs, each once, and no other', () => {
    fc.assert(
      fc.property(relation, (pairs) => {
        const said = rectangles(pairs, key).flatMap(({ rows, columns }) =>
          rows.flatMap((row) => columns.map((column) => `${row}${column}`)),
        );
        expect(said.toSorted()).toEqual([...new Set(pairs.map(([row, column]) => `${row}${column}`))].toSorted());
      }),
      fixed,
    );
  });

  it('have no empty side, and each row in one block', () => {
    fc.assert(
      fc.property(relation, (pairs) => {
        const blocks = rectangles(pairs, key);
        for (const { rows, columns } of blocks) expect(Math.min(rows.length, columns.length)).toBeGreaterThan(0);
        const rows = blocks.flatMap((block) => block.rows);
        expect(new Set(rows).size).toBe(rows.length);
      }),
      fixed,
    );
  });

  it('keep keys apart that look like lists', () => {
    const text = { row: (row: string) => row, column: (column: string) => column };
    const blocks = rectangles(
      [
        ['x', 'a,b'],
        ['y', 'a'],
        ['y', 'b'],
      ],
      text,
    );
    expect(blocks).toHaveLength(2);
  });
});
