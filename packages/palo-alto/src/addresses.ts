import { familyOf, sourceText, type Rule, type ServiceTag, type Source } from '@azureml-firewall/rule-model';
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

/** The sources of a rule as addresses, `any` for all of them, and those that have none. */
export interface Sources {
  readonly items: readonly AddressItem[] | 'any';
  readonly dropped: readonly string[];
}

function itemOf(source: Exclude<Source, { kind: 'any' }>, options: Ipv6Option): AddressItem | undefined {
  if (source.kind === 'service-tag') return tagItem(source, options);
  return usable([source.prefix], options).length > 0 ? { kind: 'prefix', prefix: source.prefix } : undefined;
}

/** Whether an item holds all that its source asks. */
function isWhole(source: Source, item: AddressItem | undefined): boolean {
  if (!item) return false;
  return (
    item.kind === 'prefix' ||
    (source.kind === 'service-tag' && source.resolved?.prefixes.length === item.prefixes.length)
  );
}

/** What stands in `source`. */
export function sourcesOf(rule: Rule, options: Ipv6Option): Sources {
  if (rule.sources.some(({ kind }) => kind === 'any')) return { items: 'any', dropped: [] };
  const all = rule.sources.flatMap((source) =>
    source.kind === 'any' ? [] : [{ source, item: itemOf(source, options) }],
  );
  return {
    items: all.flatMap(({ item }) => item ?? []),
    dropped: all.filter(({ source, item }) => !isWhole(source, item)).map(({ source }) => sourceText(source)),
  };
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
