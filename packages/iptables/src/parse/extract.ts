import { parseCidr, type AddressFamily, type PortRange } from '@azureml-firewall/rule-model';
import type { AddressSet, SetRef, SetUse } from '../model.js';

/** A set as a name says it. */
export interface Named extends SetRef {
  readonly family: AddressFamily;
}

const uses: ReadonlySet<string> = new Set(['own', 'from', 'to', 'tag', 'dns']);

function isUse(text: string): text is SetUse {
  return uses.has(text);
}

/** Reads the name of a set without its prefix: `tag-Storage-4`, or `tag_Storage_4`. */
export function namedSet(name: string): Named | undefined {
  const [, use = '', label = '', digit] = /^([a-z]+)(?:[-_]([A-Za-z0-9._-]+))?[-_]([46])$/.exec(name) ?? [];
  if (!isUse(use)) return undefined;
  return { use, label, family: digit === '4' ? 'ipv4' : 'ipv6' };
}

/** Reads ports as `80,8704:8710` or `80, 8704-8710`. */
export function portsOf(text: string): readonly PortRange[] {
  return text.split(/, ?/).map((range) => {
    const [from, to = from] = range.split(/[:-]/).map(Number);
    return { from: from ?? 0, to: to ?? 0 };
  });
}

/** Those of some texts that are prefixes. */
export function prefixesIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => parseCidr(text).ok);
}

/** All groups of each match of a pattern, line by line. */
export function linesMatching(text: string, pattern: RegExp): readonly (readonly string[])[] {
  return text.split('\n').flatMap((line) => {
    const match = pattern.exec(line);
    return match ? [match.slice(1).map((group: string | undefined) => group ?? '')] : [];
  });
}

/** The set with its prefixes; one whose use is `dns` has none. */
export function setOf(named: Named, prefixes: readonly string[]): AddressSet {
  return named.use === 'dns' ? named : { ...named, prefixes };
}
