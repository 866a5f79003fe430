import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';

/** A word or a quoted text; a bracket by itself. */
export interface Token {
  readonly text: string;
  readonly bracket: boolean;
}

/** One line of set syntax. There is no escape: what is quoted ends at the next quote. */
const token = /\s*(?:"([^"]*)"|([[\]])(?=\s|$)|([^\s"[\]]+))(?=\s|$)/y;

/** The words of a command. */
export function tokensOf(line: string): Parsed<readonly Token[]> {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const end = line.trimEnd().length;
  while (token.lastIndex < end) {
    const match = token.exec(line);
    if (!match) return refused('palo-alto/syntax', line, 'words, and texts in double quotes');
    const [, quoted, bracket, word] = match;
    tokens.push({ text: quoted ?? bracket ?? word ?? '', bracket: bracket !== undefined });
  }
  return accepted(tokens);
}

/** The values at the end of a command: one, or several in brackets. */
export function valuesOf(tokens: readonly Token[]): readonly string[] | undefined {
  const [first] = tokens;
  if (!first) return [];
  if (!first.bracket) return tokens.length === 1 ? [first.text] : undefined;
  const inner = tokens.slice(1, -1);
  const closed = first.text === '[' && tokens.at(-1)?.text === ']' && tokens.at(-1)?.bracket === true;
  return closed && inner.length > 0 && inner.every(({ bracket }) => !bracket)
    ? inner.map(({ text }) => text)
    : undefined;
}
