import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../src/output/csv.js';
import { parseCsv } from './parse-csv.js';

describe('csv', () => {
  it('ends lines and quotes cells as RFC 4180 has it', () => {
    expect(csv([['a', 'b,c', 'say "x"', 'two\nlines', ''], ['*.azureml.ms']])).toBe(
      'a,"b,c","say ""x""","two\nlines",\r\n*.azureml.ms\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\rx', '"\'\rx"'],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ["it's", "it's"],
  ])('keeps %j from being a formula', (text, cell) => {
    expect(csv([[text]])).toBe(`${cell}\r\n`);
  });

  it('gives back what was put in', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', ' ', '＝', 'a') }),
    );
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(rows, (given) => {
        expect(parseCsv(csv(given))).toEqual(given);
      }),
    );
  });
});
