import type { AddressFamily } from '@azureml-firewall/rule-model';
import { stableHash } from '@azureml-firewall/renderer-kit';
import { newAddressStore } from './address-store.js';
import { contentOf, feedOf, keyMaker, objectsOf, type TargetObjects, type Use } from './addresses.js';
import type { Draft } from './drafts.js';
import type { Address, Feed, TagTarget, Target } from './model.js';
import type { FortinetOptions } from './options.js';
import { isOf, sourcesOf } from './sources.js';

/** The objects of all targets, by what is asked for them. */
export interface ObjectTable {
  readonly nameOf: (target: Target, family: AddressFamily) => string;
  /** IPv4 first, each family by name. */
  readonly addresses: readonly Address[];
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
  const inFamily = (target: Target): boolean => isOf(target, family);
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

/** Names for the lists of a tag that a policy holds in several editions, or in several spellings. */
function variantsOf(tags: ReadonlyMap<string, TagTarget>): (key: string) => string {
  const counts = new Map<string, number>();
  for (const { tag } of tags.values()) counts.set(tag.toLowerCase(), (counts.get(tag.toLowerCase()) ?? 0) + 1);
  return (key) => {
    const target = tags.get(key);
    if (!target || (counts.get(target.tag.toLowerCase()) ?? 0) < 2) return '';
    return `-${stableHash(contentOf(target)).slice(-8)}`;
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
  const making = { store: newAddressStore(options.prefix), options };
  const byUse = new Map(
    [...uses].map(([key, use]) => [key, objectsOf(use, variantOf(keyOf(use.target)), making)] as const),
  );
  const feeds = [...tags].flatMap(([key, target]) => feedOf(target, variantOf(key), options) ?? []);
  return {
    nameOf: (target, family) => byUse.get(`${family} ${keyOf(target)}`)?.name ?? '',
    addresses: making.store.all(),
    objects: [...byUse.values()].toSorted(byName),
    feeds: feeds.toSorted(byName),
  };
}
