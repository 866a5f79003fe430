import {
  familyOf,
  sourceText,
  type Destination,
  type Rule,
  type ServiceTag,
  type Source,
} from '@azureml-firewall/rule-model';
import type { Placed } from '@azureml-firewall/renderer-kit';
import type { AddressItem, Node, TagItem } from './node.js';
import type { PaloAltoOptions } from './options.js';

type Ipv6Option = Pick<PaloAltoOptions, 'ipv6'>;

/** The prefixes that the options let stand. */
export function usable(prefixes: readonly string[], { ipv6 }: Ipv6Option): readonly string[] {
  return ipv6 ? prefixes : prefixes.filter((prefix) => familyOf(prefix) === 'ipv4');
}

/** The addresses of a tag, where a tag document has filled them in and the options leave any. */
export function tagItem({ tag, resolved }: ServiceTag, options: Ipv6Option): TagItem | undefined {
  if (!resolved) return undefined;
  const prefixes = usable(resolved.prefixes, options);
  return prefixes.length === 0 ? undefined : { kind: 'tag', tag, document: resolved.document, prefixes };
}

/** Whether a rule has sources of IPv6. Without any, nothing is lost by leaving out where they can't get. */
export function hasIpv6({ sources }: Rule): boolean {
  return sources.some((source) => {
    if (source.kind === 'any') return true;
    const prefixes = source.kind === 'cidr' ? [source.prefix] : (source.resolved?.prefixes ?? []);
    return prefixes.some((prefix) => familyOf(prefix) === 'ipv6');
  });
}

/** A source that the options, or the lack of addresses, keep out of a rule: wholly, or its IPv6 part alone. */
export interface DroppedSource {
  readonly text: string;
  readonly lost: 'all' | 'ipv6';
}

/** The sources of a rule as addresses, `any` for all of them, and those that have none. */
export interface Sources {
  readonly items: readonly AddressItem[] | 'any';
  readonly dropped: readonly DroppedSource[];
}

type Addressed = Exclude<Source, { kind: 'any' }>;

function itemOf(source: Addressed, options: Ipv6Option): AddressItem | undefined {
  if (source.kind === 'service-tag') return tagItem(source, options);
  return usable([source.prefix], options).length > 0 ? { kind: 'prefix', prefix: source.prefix } : undefined;
}

/** What an item lacks of its source. */
function droppedOf(source: Addressed, item: AddressItem | undefined): readonly DroppedSource[] {
  const text = sourceText(source);
  if (source.kind === 'cidr') return item ? [] : [{ text, lost: 'ipv6' }];
  if (!source.resolved) return [{ text, lost: 'all' }];
  const kept = item?.kind === 'tag' ? item.prefixes.length : 0;
  return kept === source.resolved.prefixes.length ? [] : [{ text, lost: 'ipv6' }];
}

/** What stands in `source`. */
export function sourcesOf(rule: Rule, options: Ipv6Option): Sources {
  if (rule.sources.some(({ kind }) => kind === 'any')) return { items: 'any', dropped: [] };
  const all = rule.sources.flatMap((source) =>
    source.kind === 'any' ? [] : [{ source, item: itemOf(source, options) }],
  );
  return {
    items: all.flatMap(({ item }) => item ?? []),
    dropped: all.flatMap(({ source, item }) => droppedOf(source, item)),
  };
}

/** Whether a destination has, or can have, addresses of IPv6. */
function canBeIpv6(destination: Destination): boolean {
  if (destination.kind === 'cidr') return familyOf(destination.prefix) === 'ipv6';
  if (destination.kind !== 'service-tag') return true;
  return (destination.resolved?.prefixes ?? []).some((prefix) => familyOf(prefix) === 'ipv6');
}

/** The sources that a rule loses on its way to some destinations: to IPv4 addresses alone, no IPv6 is lost. */
export function droppedSources(
  rule: Rule,
  destinations: readonly Destination[],
  options: Ipv6Option,
): readonly string[] {
  const { dropped } = sourcesOf(rule, options);
  const lost = dropped.filter((source) => source.lost === 'all' || destinations.some(canBeIpv6));
  return lost.map(({ text }) => text);
}

/** All addresses that stand in the rules of what is placed, sources included. */
export function itemsOf(placed: readonly Placed<Node>[], options: Ipv6Option): readonly AddressItem[] {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  const sources = rules.flatMap((rule) => {
    const { items } = sourcesOf(rule, options);
    return items === 'any' ? [] : items;
  });
  return [
    ...placed.flatMap(({ nodes }) => nodes.flatMap((node) => (node.by === 'address' ? node.item : []))),
    ...sources,
  ];
}
