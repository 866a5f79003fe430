import { accepted, refused, type Parsed } from '../parsed.js';

/** Unreserved characters and those sub-delimiters that no vendor's quoting trips over, or a percent escape (RFC 3986). */
const path = /^(\/([A-Za-z0-9._~!$&()+,;=:@-]|%[0-9A-Fa-f]{2})*)+$/;
const expected = 'a URL path such as /owner/repository/*, a star only at its end, no query, no dot segments';

/**
 * A URL path to match: as it stands, or with all that follows when it ends in `/*`. Dot segments are refused, since a
 * filter that compares text and a server that resolves them would not mean the same.
 */
export function parseUrlPath(text: string): Parsed<string> {
  const fixed = text.endsWith('/*') ? text.slice(0, -1) : text;
  if (!path.test(fixed)) return refused('url/not-a-path', text, expected);
  const segments = fixed.split('/').map((segment) => segment.replace(/%2e/gi, '.'));
  if (segments.includes('.') || segments.includes('..')) return refused('url/dot-segment', text, expected);
  return accepted(text);
}
