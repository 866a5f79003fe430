import { accepted, refused, type Parsed } from '../parsed.js';

/**
 * Control and format characters (line breaks, tabs, bidirectional overrides, zero-width marks), lone surrogates,
 * non-characters (which XML can't hold), and letters that show nothing (Hangul fillers).
 */
const unprintable =
  '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}]';

/** What joins two pictures into one, and what chooses between the forms of a picture or an ideograph. */
const joiner =
  '(?<=\\p{Extended_Pictographic}(?:\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}])?)\\u200D(?=\\p{Extended_Pictographic})';
const selector =
  '(?<=[\\p{Extended_Pictographic}0-9#*])[\\uFE0E\\uFE0F]|(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]';

interface Patterns {
  readonly unprintable: RegExp;
  readonly joiner: RegExp;
  readonly selector: RegExp;
}

/** Made when they are first needed: to look up so many classes takes longer than all else that an import does. */
let patterns: Patterns | undefined;

function isPrintable(text: string): boolean {
  patterns ??= {
    unprintable: new RegExp(unprintable, 'u'),
    joiner: new RegExp(joiner, 'gu'),
    selector: new RegExp(selector, 'gu'),
  };
  return !patterns.unprintable.test(text.replace(patterns.joiner, '').replace(patterns.selector, ''));
}

/**
 * Free text that ends up in names, comments and descriptions: one line of at most `limit` UTF-16 units in which nothing
 * is invisible, so that it can't start a new statement in a vendor's configuration. Joined emoji and the variants of
 * ideographs are allowed, joiners and selectors anywhere else are not.
 */
export function parseSingleLine(text: string, limit = 500): Parsed<string> {
  if (text.length > limit) return refused('text/too-long', text, `a text of at most ${limit} characters`);
  if (text.trim() === '') return refused('text/empty', text, 'a text that is not empty');
  if (!isPrintable(text)) return refused('text/unprintable', text, 'one line of printable characters');
  return accepted(text);
}
