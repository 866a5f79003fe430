import { accepted, refused, type Parsed } from '../parsed.js';

/** Control and format characters: line breaks, tabs, bidirectional overrides, zero-width marks, lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Free text that ends up in names, comments and descriptions: one line of at most `limit` characters in which nothing
 * is invisible, so that it can't start a new statement in a vendor's configuration.
 */
export function parseSingleLine(text: string, limit = 500): Parsed<string> {
  if (text.trim() === '') return refused('text/empty', text, 'a text that is not empty');
  if (text.length > limit) return refused('text/too-long', text, `a text of at most ${limit} characters`);
  if (unprintable.test(text)) return refused('text/unprintable', text, 'one line of printable characters');
  return accepted(text);
}
