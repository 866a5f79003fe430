import { accepted, refused, type Parsed } from '../parsed.js';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names in their one spelling already, most of what is read. Encoded international labels take the long way. */
const canonical = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const expectedName = 'a host name of at least two labels, such as login.microsoftonline.com';

/** The platform's own domain-to-ASCII (UTS #46), found in Node.js and in browsers alike. */
declare const URL: new (url: string) => { readonly hostname: string };

/** Characters that end or split the host of a URL, or that decode into one that does. */
const urlSyntax = /[/\\?#@:%[\]<>^|\s]/u;

function toAscii(text: string): string | undefined {
  if (urlSyntax.test(text)) return undefined;
  try {
    return new URL(`http://${text}/`).hostname;
  } catch {
    return undefined;
  }
}

/** Plain names need no mapping; a label that claims to be an encoded international one is held against the platform. */
function isPlain(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text) && !/(^|\.)xn--/i.test(text);
}

/** What readers from inet_aton to WHATWG URL take for a number, so that the whole becomes an IPv4 address. */
const numeric = /^([0-9]+|0x[0-9a-f]*)$/;

/** Far above what any name can shrink from: the platform's encoder takes quadratic time. */
const longestInput = 1024;

/**
 * A fully qualified host name in its one spelling: lower case, ASCII (international names as `xn--…`), no trailing dot.
 * At most 253 characters, labels of 1 to 63 letters, digits and inner hyphens (RFC 1035, RFC 1123): no underscore, since
 * such names are records and not hosts. The last label is not a number, so that an IPv4 address is never taken for a
 * name. What UTS #46 maps is mapped (full-width letters and dots, soft hyphens), as in a browser's address line.
 */
export function parseHostname(text: string): Parsed<string> {
  if (canonical.test(text) && !text.includes('xn--')) return accepted(text);
  if (text.length > longestInput) return refused('host/too-long', text, 'a host name of at most 253 characters');
  const ascii = isPlain(text) ? text.toLowerCase() : toAscii(text);
  if (ascii === undefined) return refused('host/not-a-name', text, expectedName);
  const name = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  if (name.length > 253) return refused('host/too-long', text, 'a host name of at most 253 characters');
  const labels = name.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part)))
    return refused('host/not-a-name', text, expectedName);
  if (numeric.test(labels.at(-1) ?? '')) return refused('host/is-address', text, 'a host name, not an IP address');
  return accepted(name);
}
