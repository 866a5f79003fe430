import { parseHostname } from './hostname.js';

/** Whether a host lies below a domain, at any depth; the domain does not lie below itself. */
export function isBelow(host: string, parent: string): boolean {
  return host.length > parent.length && host.endsWith(parent) && host.charAt(host.length - parent.length - 1) === '.';
}

const canonical = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/;

/**
 * The name in a flow in the spelling of policies. Traffic also names what no policy can name (single labels,
 * underscores), so that nothing is refused: such a name is only lower-cased and loses its trailing dot.
 */
export function hostOfFlow(name: string): string {
  if (canonical.test(name) && !name.includes('xn--')) return name;
  const parsed = parseHostname(name);
  return parsed.ok ? parsed.value : name.toLowerCase().replace(/\.$/, '');
}
