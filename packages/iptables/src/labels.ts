import { stableHash } from '@azureml-firewall/renderer-kit';
import type { Dialect } from './dialect.js';
import type { Draft } from './drafts.js';
import type { SetRef, SetUse } from './model.js';
import { labelOf } from './names.js';

/** Names of sets: each from its own content or rule, so that one rule more renames nothing. */
export interface Labels {
  readonly ofRule: (use: 'to' | 'dns', rule: string) => SetRef;
  readonly ofTag: (tag: string, prefixes: readonly string[]) => SetRef;
  /** A set of sources, by what is in it. */
  readonly ofSources: (prefixes: readonly string[]) => SetRef;
  /** The set that takes the place of many where a line of the resolver has no room for them. */
  readonly ofDomain: (domain: string) => SetRef;
}

function listKey(prefixes: readonly string[]): string {
  return prefixes.join(' ');
}

/** Lists by tag: several documents in one policy may give one tag several lists. */
function listsByTag(drafts: readonly Draft[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  const add = (tag: string, prefixes: readonly string[]): void => {
    lists.set(tag, (lists.get(tag) ?? new Set()).add(listKey(prefixes)));
  };
  for (const { sources, groups } of drafts) {
    if (sources.tag !== undefined) add(sources.tag, sources.prefixes);
    for (const { tag } of groups) if (tag) add(tag.tag, tag.prefixes);
  }
  return lists;
}

/** The names for the sets of some rules. */
export function labelsFor(drafts: readonly Draft[], { labelLength }: Dialect, prefix: string): Labels {
  const lists = listsByTag(drafts);
  const ref = (use: SetUse, text: string): SetRef => ({ use, label: labelOf(text, labelLength(use, prefix)) });
  return {
    ofRule: ref,
    ofTag: (tag, prefixes) => {
      const variant = (lists.get(tag)?.size ?? 0) > 1 ? `-${stableHash(listKey(prefixes)).slice(-8)}` : '';
      return ref('tag', `${tag}${variant}`);
    },
    ofSources: (prefixes) => ref('from', stableHash(listKey(prefixes)).slice(-8)),
    // Ids of rules have no capitals, so that none can be taken for this.
    ofDomain: (domain) => ref('dns', `For-${stableHash(domain).slice(-8)}`),
  };
}
