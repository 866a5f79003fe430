/** Collects the lines of a text. */
export interface LineWriter {
  /** Adds a line, and gives its number, counted from 1. */
  readonly put: (line: string) => number;
  /** Lines so far. */
  readonly count: () => number;
  /** All lines, each with a line feed; nothing where there is none. */
  readonly text: () => string;
}

const together = 4096;

/**
 * Collects lines by the hundred thousand. They are joined from time to time: a line by itself is made of many pieces, which
 * would all stay in memory until the end.
 */
export function lineWriter(): LineWriter {
  const chunks: string[] = [];
  let lines: string[] = [];
  let before = 0;
  const flush = (): void => {
    if (lines.length === 0) return;
    chunks.push(`${lines.join('\n')}\n`);
    before += lines.length;
    lines = [];
  };
  return {
    put: (line) => {
      if (lines.length === together) flush();
      return before + lines.push(line);
    },
    count: () => before + lines.length,
    text: () => {
      flush();
      return chunks.join('');
    },
  };
}
