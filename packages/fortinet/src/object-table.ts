import type { AddressFamily } from '@azureml-firewall/rule-model';
import { stableHash } from '@azureml-firewall/renderer-kit';
import { feedOf, objectsOf, targetKey, type TargetObjects, type Use } from './addresses.js';
import type { Draft } from './drafts.js';
import type { Feed, TagTarget, Target } from './model.js';
import type { FortinetOptions } from './options.js';
import { familiesOf, sourcesOf } from './sources.js';

/** The objects of all targets, by what is asked for them. */
export interface ObjectTable {
  readonly nameOf: (target: Target, family: AddressFamily) => string;
  /** In the order of their names, so that rules that come or go move nothing. */
  readonly objects: readonly TargetObjects[];
  readonly feeds: readonly Feed[];
}

/** The targets on both sides of a draft in one family; none where a side would be empty. */
export function sidesOf(
  { rule, targets }: Draft,
  family: AddressFamily,
  options: FortinetOptions,
): { readonly sources: readonly Target[]; readonly destinations: readonly Target[] } | undefined {
  const { families, targets: from } = sourcesOf(rule, options);
  const inFamily = (target: Target): boolean => familiesOf(target).includes(family);
  const destinations = targets.filter(inFamily);
  if (!families.includes(family) || destinations.length === 0) return undefined;
  return { sources: from.filter(inFamily), destinations };
}

const families = ['ipv4', 'ipv6'] as const;

function usesOf(draft: Draft, options: FortinetOptions): readonly Use[] {
  return families.flatMap((family) => {
    const sides = sidesOf(draft, family, options);
    return sides ? [...sides.sources, ...sides.destinations].map((target) => ({ target, family })) : [];
  });
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}

/** Keeps the long key of a tag by its object: the same list is met once for each rule. */
function keyMaker(): (target: Target) => string {
  const known = new Map<unknown, string>();
  return (target) => {
    const id = target.kind === 'tag' ? target.prefixes : target;
    const key = known.get(id) ?? targetKey(target);
    known.set(id, key);
    return key;
  };
}

/** Names for the lists of a tag that a policy holds in several editions, or in several spellings. */
function variantsOf(tags: ReadonlyMap<string, TagTarget>): (key: string) => string {
  const lists = new Map<string, string[]>();
  for (const [key, { tag }] of tags) lists.set(tag.toLowerCase(), [...(lists.get(tag.toLowerCase()) ?? []), key]);
  return (key) => {
    const name = tags.get(key)?.tag.toLowerCase() ?? '';
    return (lists.get(name) ?? []).length > 1 ? `-${stableHash(key).slice(-8)}` : '';
  };
}

/** The objects that drafts need, each defined once. */
export function objectTable(drafts: readonly Draft[], options: FortinetOptions): ObjectTable {
  const keyOf = keyMaker();
  const uses = new Map<string, Use>();
  const tags = new Map<string, TagTarget>();
  for (const use of drafts.flatMap((draft) => usesOf(draft, options))) {
    const key = keyOf(use.target);
    uses.set(`${use.family} ${key}`, use);
    if (use.target.kind === 'tag') tags.set(key, use.target);
  }
  const variantOf = variantsOf(tags);
  const byUse = new Map(
    [...uses].map(([key, use]) => [key, objectsOf(use, variantOf(keyOf(use.target)), options)] as const),
  );
  const feeds = [...tags].flatMap(([key, target]) => feedOf(target, variantOf(key), options) ?? []);
  return {
    nameOf: (target, family) => byUse.get(`${family} ${keyOf(target)}`)?.name ?? '',
    objects: [...byUse.values()].toSorted(byName),
    feeds: feeds.toSorted(byName),
  };
}
