import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonWithSpans, type Json } from '../src/index.js';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

describe('jsonWithSpans', () => {
  it('prints what JSON.stringify prints, with a final line feed', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(jsonWithSpans(value, () => undefined)).toEqual({
          text: `${JSON.stringify(value, undefined, 2)}\n`,
          spans: [],
        });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('tells the lines of each object that carries entries', () => {
    const one = { name: 'one', ports: ['443'] };
    const two = { name: 'two' };
    const { text, spans } = jsonWithSpans({ rules: [one, two], none: [] }, (node) =>
      node === one ? ['a', 'b'] : node === two ? ['c'] : undefined,
    );
    expect(spans).toEqual([
      { entry: 'a', from: 3, to: 8 },
      { entry: 'b', from: 3, to: 8 },
      { entry: 'c', from: 9, to: 11 },
    ]);
    const lines = text.split('\n');
    expect(JSON.parse(lines.slice(2, 8).join('').replace(/,$/, ''))).toEqual(one);
    expect(JSON.parse(lines.slice(8, 11).join(''))).toEqual(two);
  });

  it('has spans whose lines hold the object, wherever it stands', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const marked = { marked: true };
        const { text, spans } = jsonWithSpans({ before, list: [before, marked, after], after }, (node) =>
          node === marked ? ['entry'] : undefined,
        );
        const [span] = spans;
        const found = text
          .split('\n')
          .slice((span?.from ?? 0) - 1, span?.to)
          .join('');
        expect(JSON.parse(found.replace(/,$/, ''))).toEqual(marked);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
