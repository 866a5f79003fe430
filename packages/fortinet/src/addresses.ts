import { familyOf, type AddressFamily } from '@azureml-firewall/rule-model';
import type { AddressStore } from './address-store.js';
import { objectComment, shortestPrefix } from './limits.js';
import type { AddressGroup, ExternalResource, Feed, TagTarget, Target } from './model.js';
import { belowName, feedName, hostName, tagName } from './names.js';
import type { FortinetOptions } from './options.js';
import { partsOf } from './parts.js';

/** A target as policies of one family need it. */
export interface Use {
  readonly target: Target;
  readonly family: AddressFamily;
}

/** The objects that stand for a target in one family, beside its addresses; policies name it. */
export interface TargetObjects {
  readonly name: string;
  readonly groups: readonly AddressGroup[];
  readonly resources: readonly ExternalResource[];
}

const none = { groups: [], resources: [] };

/** What is in a target: two lists of one tag are two targets. */
export function contentOf(target: Target): string {
  switch (target.kind) {
    case 'host':
      return target.host;
    case 'below':
      return `*.${target.parent}`;
    case 'prefix':
      return target.prefix;
    case 'tag':
      return `${target.tag} ${target.prefixes.join(' ')}`;
  }
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]));
}

/** Gives targets of the same content the same short key. Most lists of a tag are one list, which one look tells. */
export function keyMaker(): (target: Target) => string {
  const tags = new Map<string, (readonly string[])[]>();
  return (target) => {
    if (target.kind !== 'tag') return contentOf(target);
    const lists = tags.get(target.tag) ?? [];
    tags.set(target.tag, lists);
    const known = lists.findIndex((list) => areSame(list, target.prefixes));
    return `${target.tag} ${known < 0 ? lists.push(target.prefixes) - 1 : known}`;
  };
}

/** A prefix so wide that a rule that follows a list with it would open the network. */
export function isTooWide(prefix: string): boolean {
  return Number(prefix.slice(prefix.indexOf('/') + 1)) < shortestPrefix[familyOf(prefix)];
}

/** A list that could do no great harm if it were fetched by a rule that is already there. */
export function canBeFed(prefixes: readonly string[]): boolean {
  return !prefixes.some(isTooWide);
}

/** The list of a tag, which a device can fetch whatever else is printed. */
export function feedOf({ tag, prefixes }: TagTarget, variant: string, { prefix }: FortinetOptions): Feed | undefined {
  return canBeFed(prefixes) ? { name: feedName(tag, variant, prefix), prefixes } : undefined;
}

/** Whether the addresses of a tag are fetched by the device. */
export function isFed(target: Target, { serviceTags }: FortinetOptions): boolean {
  return target.kind === 'tag' && serviceTags === 'feeds' && canBeFed(target.prefixes);
}

function fedTag({ tag }: TagTarget, variant: string, options: FortinetOptions): TargetObjects {
  const name = feedName(tag, variant, options.prefix);
  const resource: ExternalResource = {
    name,
    url: `${options.feedUrl ?? ''}/${name}.txt`,
    refreshMinutes: options.feedRefreshMinutes,
    // 7.2 knows it from 7.2.4 on only, so that it is left out there (ANS).
    checksIdentity: options.version !== '7.2',
  };
  return { ...none, name, resources: [resource] };
}

/** What objects are made with. */
export interface Making {
  readonly store: AddressStore;
  readonly options: FortinetOptions;
}

function groupedTag(
  { tag, prefixes }: TagTarget,
  variant: string,
  family: AddressFamily,
  { store, options }: Making,
): TargetObjects {
  const name = tagName(tag, variant, family, options.prefix);
  const members = prefixes.filter((prefix) => familyOf(prefix) === family).map(store.addPrefix);
  const comment = `Service tag ${tag}`.slice(0, objectComment.value);
  const groups = partsOf(name, members, options.membersPerGroup).map((part) => ({ family, ...part, comment }));
  return { ...none, name, groups };
}

/**
 * Makes the objects of a use: its addresses in the store, the others in the answer. `variant` is empty unless a policy
 * holds several lists of one tag.
 */
export function objectsOf({ target, family }: Use, variant: string, making: Making): TargetObjects {
  const { store, options } = making;
  const start = options.prefix;
  switch (target.kind) {
    case 'host':
      return { ...none, name: store.addFqdn(family, hostName(target.host, family, start), target.host) };
    case 'below':
      return { ...none, name: store.addFqdn(family, belowName(target.parent, family, start), `*.${target.parent}`) };
    case 'prefix':
      return { ...none, name: store.addPrefix(target.prefix) };
    case 'tag':
      return isFed(target, options) ? fedTag(target, variant, options) : groupedTag(target, variant, family, making);
  }
}
