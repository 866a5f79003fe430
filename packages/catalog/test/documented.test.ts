import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Row {
  readonly number: number;
  /** Test files with the titles that the row names in them. */
  readonly tests: readonly (readonly [file: string, titles: readonly string[]])[];
  /** Why there is nothing to test, or not all of it. */
  readonly refused?: string;
}

const root = new URL('../../../', import.meta.url);

/** The rows of the tables of a page. */
function rowsOf(page: string): readonly Row[] {
  const lines = readFileSync(new URL(`docs/${page}`, root), 'utf8').split('\n');
  return lines.flatMap((line): readonly Row[] => {
    const [, number, where] = /^\| (\d+) \|.*\| ([^|]*) \|$/.exec(line) ?? [];
    if (number === undefined || where === undefined) return [];
    const tests = where.split('<br>').flatMap((part) => {
      const [file, ...titles] = [...part.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
      return file?.endsWith('.test.ts') ? [[file, titles] as const] : [];
    });
    const refused = /Refused: (.+)\.$/.exec(where)?.[1];
    return [{ number: Number(number), tests, ...(refused !== undefined && { refused }) }];
  });
}

/** Whether a file has a test, or a table of tests, by this title. */
function hasTest(file: string, title: string): boolean {
  const place = new URL(`packages/${file}`, root);
  if (!existsSync(place)) return false;
  const text = readFileSync(place, 'utf8').replace(/\s+/g, ' ');
  return ["'", '"', '`'].some((quote) => ['(', '( '].some((open) => text.includes(`${open}${quote}${title}${quote},`)));
}

describe.each([
  ['traps.md', 68],
  ['needs.md', 35],
] as const)('docs/%s', (page, count) => {
  const rows = rowsOf(page);

  it(`has each of its ${count} rows once`, () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  it('names tests that exist, by their titles', () => {
    const missing = rows.flatMap(({ number, tests }) =>
      tests.flatMap(([file, titles]) =>
        titles.filter((title) => !hasTest(file, title)).map((title) => `${number}: ${file}: ${title}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has in each row a test, or a refusal with its reason', () => {
    for (const { number, tests, refused } of rows) {
      const titles = tests.flatMap(([, list]) => list);
      expect([number, titles.length > 0 || refused !== undefined]).toEqual([number, true]);
      if (refused !== undefined) expect(refused.split(' ').length).toBeGreaterThan(8);
    }
  });
});

it('docs/traps.md names every file of tests about traps', () => {
  const named = new Set(rowsOf('traps.md').flatMap(({ tests }) => tests.map(([file]) => file)));
  const files = readdirSync(new URL('./traps/', import.meta.url)).filter((name) => name.endsWith('.test.ts'));
  expect(files.filter((name) => !named.has(`catalog/test/traps/${name}`))).toEqual([]);
});
