import { accepted, refused, type Parsed } from '../parsed.js';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
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

function isPlainAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}

/**
 * A fully qualified host name in its one spelling: lower case, ASCII (international names as `xn--…`), no trailing dot.
 * At most 253 characters, labels of 1 to 63 (RFC 1035, RFC 1123); the last label is not a number, so that an IPv4
 * address is never taken for a name.
 */
export function parseHostname(text: string): Parsed<string> {
  const ascii = isPlainAscii(text) ? text.toLowerCase() : toAscii(text);
  if (ascii === undefined) return refused('host/not-a-name', text, expectedName);
  const name = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  if (name.length > 253) return refused('host/too-long', text, 'a host name of at most 253 characters');
  const labels = name.split('.');
  if (labels.length < 2 || !labels.every((part) => label.test(part)))
    return refused('host/not-a-name', text, expectedName);
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return refused('host/is-address', text, 'a host name, not an IP address');
  return accepted(name);
}
