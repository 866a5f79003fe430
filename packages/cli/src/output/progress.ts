import type { Sink } from '../host.js';

/** A line on a terminal that says how far something has come. */
export interface Progress {
  readonly show: (read: number, size?: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const mebibyte = 1024 * 1024;

function textOf(read: number, size: number | undefined): string {
  return size === undefined || size === 0
    ? `${Math.floor(read / mebibyte)} MiB`
    : `${Math.min(Math.floor((100 * read) / size), 100)} %`;
}

const silent: Progress = { show: () => undefined, end: () => undefined };

/** Shows progress on a terminal, and nothing anywhere else. */
export function progressOn(sink: Sink, what: string): Progress {
  if (!sink.isTTY) return silent;
  let shown = '';
  return {
    show: (read, size) => {
      const text = textOf(read, size);
      if (text === shown) return;
      shown = text;
      sink.write(`\r${what}: ${text}`);
    },
    end: () => {
      if (shown !== '') sink.write(`\r${' '.repeat(what.length + 2 + shown.length)}\r`);
      shown = '';
    },
  };
}
