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
}

/** The transcription of an edition: `test/printed/<date>.tsv`. */
export function printedRows(edition: string): readonly PrintedRow[] {
  const text = readFileSync(new URL(`./printed/${edition}.tsv`, import.meta.url), 'utf8');
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
      };
    });
}
