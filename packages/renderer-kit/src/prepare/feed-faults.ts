import type { Artifact } from '../contract/artifact.js';

/** What would open everything to whoever serves the list. */
const everything: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0', '*', '*/', 'any']);

/** One address, host or URL: no space, no comment, nothing that ends the line somewhere else for another reader. */
const plain = /^[\x21-\x22\x24-\x7e][\x21-\x7e]*$/;

/**
 * Lines that no list may hold, whichever firewall reads it; a vendor's own rules are stricter. A device that fetches a
 * list may skip a bad line, refuse its next commit, or take the line for more than was meant.
 */
export function feedFaults({ path, text }: Artifact): readonly string[] {
  const lines = text.split('\n');
  const open = lines.pop() === '' ? [] : [`${path}: the last line has no end`];
  const seen = new Set<string>();
  const bad = lines.filter((line) => {
    const twice = seen.has(line);
    seen.add(line);
    return twice || everything.has(line) || !plain.test(line);
  });
  return [...bad.map((line) => `${path}: found "${line}"`), ...open];
}
