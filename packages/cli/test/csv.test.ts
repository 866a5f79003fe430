import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../src/output/csv.js';
import { parseCsv } from './parse-csv.js';

/** Cells as a spreadsheet reads them by some separator: what follows a closed quote still belongs to the cell. */
function cellsBy(text: string, by: string): readonly string[] {
  const cells = [''];
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    const cell = cells.pop() ?? '';
    if (quoted && char === '"' && text[i + 1] === '"') {
      cells.push(`${cell}"`);
      i += 1;
    } else if (char === '"' && (quoted || cell === '')) {
      quoted = !quoted;
      cells.push(cell);
    } else if (!quoted && [by, '\r', '\n'].includes(char)) {
      cells.push(cell, '');
    } else {
      cells.push(cell + char);
    }
  }
  return cells;
}

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
    ['\t=1', "'\t'=1"],
    ['\rx', '"\'\rx"'],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'=1", "''=1"],
    ['"=1"', '"\'""=1"""'],
    ['a=1', 'a=1'],
    ["it's", "it's"],
  ])('keeps %j from being a formula', (text, cell) => {
    expect(csv([[text]])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; =1+1', "a;' =1+1"],
    ['a;"=1+1"', '"a;\'""=1+1"""'],
    ['a|@x', "a|'@x"],
    ['a\t-1', "a\t'-1"],
    ['a\n+1', '"a\n\'+1"'],
    ['a,=1', '"a,\'=1"'],
    ['a;b=1;c', 'a;b=1;c'],
  ])('keeps %j from being a formula to a reader with other separators', (text, cell) => {
    expect(csv([[text]])).toBe(`${cell}\r\n`);
  });

  const marks = ['=', '+', '-', '@', '＝', "'", '"', ',', ';', '|', '\r', '\n', '\t', ' ', 'a'];
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...marks) }));
  const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 });

  it('gives back what was put in', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(parseCsv(csv(given))).toEqual(given);
      }),
    );
  });

  it.each([',', ';', '\t', '|'])(
    'shows no formula to a reader that separates cells by %j, whatever is put in',
    (by) => {
      fc.assert(
        fc.property(rows, (given) => {
          const written = csv(given);
          const bare = written.split(/[\r\n]/).flatMap((line) => line.split(by));
          for (const cell of [...cellsBy(written, by), ...bare]) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
        }),
        { numRuns: 1000 },
      );
    },
  );
});
