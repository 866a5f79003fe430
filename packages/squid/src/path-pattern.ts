/** Characters of paths that mean something in a regular expression. */
const special = /[.()+]/g;

/**
 * A path as a regular expression over the decoded path with its query: `/owner/*` is all that starts with `/owner/`, any
 * other path is that path alone. Capitals and small letters differ.
 */
export function pathPattern(path: string): string {
  const escape = (text: string): string => text.replace(special, '\\$&');
  return path.endsWith('/*') ? `^${escape(path.slice(0, -1))}` : `^${escape(path)}(\\?|$)`;
}

/**
 * A dot segment, in disguise or not, anywhere in the decoded path or query: squid leaves it as it is, and the server
 * resolves it, or drops what follows a semicolon in it and resolves it then. Escapes are those that were escaped twice.
 */
export const dotSegment = '(/|%2f|\\\\|%5c)(\\.|%2e)(\\.|%2e)?(/|%2f|\\\\|%5c|;|%3b|\\?|$)';
