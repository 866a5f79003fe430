import { readFileSync } from 'node:fs';

/** One printed cell of an edition's pages, transcribed apart from the catalog's own data. */
export interface PrintedRow {
  readonly section: string;
  readonly row: string;
  readonly direction: string;
  readonly kind: string;
  readonly printed: string;
  readonly real: string;
  readonly protocol: string;
  readonly ports: readonly string[];
  readonly clouds: readonly string[];
  readonly condition: string;
  /** Other destinations that the row offers for the same need. */
  readonly alternatives: readonly string[];
  /** `required`, `optional` or `conditional` where the page tells them apart. */
  readonly necessity: string;
}

/** The files of an edition's pages; those of neighbouring pages stand by themselves. */
const files: Readonly<Record<string, readonly string[]>> = {
  '2021-09-14': ['2021-09-14', 'aks-2021'],
  '2026-03-19': ['2026-03-19', 'aks-2026', 'arc-2026'],
};

/** The transcription of an edition: `test/printed/<date>.tsv`, and those of the neighbouring pages that it holds. */
export function printedRows(edition: string): readonly PrintedRow[] {
  return (files[edition] ?? [edition]).flatMap(rowsOf);
}

function rowsOf(file: string): readonly PrintedRow[] {
  const text = readFileSync(new URL(`./printed/${file}.tsv`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [
        section = '',
        row = '',
        direction = '',
        kind = '',
        printed = '',
        real = '',
        protocol = '',
        ports = '',
        clouds = '',
        condition = '',
        alternatives = '-',
        necessity = '',
      ] = line.split('\t');
      return {
        section,
        row,
        direction,
        kind,
        printed,
        real,
        protocol,
        ports: ports.split(','),
        clouds: clouds.split(','),
        condition,
        alternatives: alternatives === '-' ? [] : alternatives.split(','),
        necessity,
      };
    });
}
