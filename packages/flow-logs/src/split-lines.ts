/** Longer lines are no log records: they are cut, so that a file without line breaks does not fill the memory. */
export const longestLine = 65_536;

/** Takes text in pieces of whatever size and hands on whole lines, without their line breaks. */
export interface LineSplitter {
  readonly write: (text: string) => void;
  /** Hands on what follows the last line break. */
  readonly end: () => void;
}

/** Splits a stream of text into lines: the same lines, wherever the pieces were cut. `\n` and `\r\n` end a line. */
export function lineSplitter(take: (line: string) => void): LineSplitter {
  let rest = '';
  const emit = (line: string): void => {
    take(line.endsWith('\r') ? line.slice(0, -1) : line);
  };
  return {
    write: (text) => {
      let from = 0;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        emit(rest === '' ? text.slice(from, at) : rest + text.slice(from, at));
        rest = '';
        from = at + 1;
      }
      if (rest.length < longestLine) rest += text.slice(from, from + longestLine);
    },
    end: () => {
      if (rest !== '') emit(rest);
      rest = '';
    },
  };
}
