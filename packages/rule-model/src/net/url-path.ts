import { accepted, refused, type Parsed } from '../parsed.js';

/**
 * Unreserved characters, slashes, percent escapes, and those sub-delimiters that mean nothing to a shell or a template
 * inside double quotes (RFC 3986 without `!`, `$` and `'`).
 */
const path = /^\/([A-Za-z0-9._~&()+,;=:@/-]|%[0-9A-Fa-f]{2})*$/;
const unreserved = /^[A-Za-z0-9._~-]$/;
/** A slash, backslash or control character in disguise: some servers take `%2F` as a slash, some as a letter. */
const ambiguous = /%(2F|5C|[01][0-9A-F]|7F)/;

const longest = 2000;
const expected = 'a URL path such as /owner/repository/*, a star only at its end, no query';

/** Escapes in their one spelling: none where none is needed, capitals elsewhere (RFC 3986, 6.2.2). */
function canonicalEscapes(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}/g, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return unreserved.test(character) ? character : escape.toUpperCase();
  });
}

/**
 * A URL path to match in its one spelling: as it stands, or with all that follows when it ends in `/*`. Dot segments,
 * empty segments and escaped slashes are refused, since a filter that compares text and a server that resolves them would not
 * mean the same.
 */
export function parseUrlPath(text: string): Parsed<string> {
  if (text.length > longest) return refused('url/too-long', text, `a URL path of at most ${longest} characters`);
  const star = text.endsWith('/*') ? '*' : '';
  const asked = text.slice(0, text.length - star.length);
  if (!path.test(asked)) return refused('url/not-a-path', text, expected);
  const fixed = canonicalEscapes(asked);
  if (ambiguous.test(fixed)) return refused('url/escape', text, 'no escaped slash, backslash or control character');
  const segments = fixed.slice(1).split('/');
  if (segments.includes('.') || segments.includes('..')) return refused('url/dot-segment', text, 'no . or .. segment');
  if (segments.slice(0, -1).includes('')) return refused('url/empty-segment', text, 'single slashes only');
  return accepted(fixed + star);
}
