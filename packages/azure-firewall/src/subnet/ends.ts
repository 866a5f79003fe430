import { familyOf, type Cloud, type ServiceTag, type Source } from '@azureml-firewall/rule-model';
import { canonicalTag, isAbsent } from '../tag-support.js';
import type { SecurityEnd } from './model.js';

/** Any address. */
export const anyEnd: SecurityEnd = { kind: 'any', texts: ['*'] };

/** A service tag by its name. */
export function tagEnd(tag: string, cloud: Cloud): SecurityEnd {
  return { kind: 'service-tag', texts: [canonicalTag(tag, cloud)] };
}

/** Prefixes by family: a rule that mixes them is not known to be accepted. */
export function prefixEnds(prefixes: readonly string[]): readonly SecurityEnd[] {
  return (['ipv4', 'ipv6'] as const)
    .map((kind) => ({ kind, texts: [...new Set(prefixes.filter((prefix) => familyOf(prefix) === kind))] }))
    .filter(({ texts }) => texts.length > 0);
}

/** A tag by name where the cloud has it, else by the addresses that have been filled in; nothing if there are none. */
export function tagEnds({ tag, resolved }: ServiceTag, cloud: Cloud): readonly SecurityEnd[] {
  return isAbsent(tag, cloud) ? prefixEnds(resolved?.prefixes ?? []) : [tagEnd(tag, cloud)];
}

/** The sources of a rule, in as few ends as can say them, and those that can't be said. */
export function sourceEnds(
  sources: readonly Source[],
  cloud: Cloud,
): { readonly ends: readonly SecurityEnd[]; readonly dropped: readonly string[] } {
  if (sources.some(({ kind }) => kind === 'any')) return { ends: [anyEnd], dropped: [] };
  const tags = sources.filter((source) => source.kind === 'service-tag');
  const named = tags.filter(({ tag }) => !isAbsent(tag, cloud));
  const unnamed = tags.filter((tag) => !named.includes(tag));
  const prefixes = [
    ...sources.flatMap((source) => (source.kind === 'cidr' ? [source.prefix] : [])),
    ...unnamed.flatMap(({ resolved }) => resolved?.prefixes ?? []),
  ];
  return {
    ends: [...named.map(({ tag }) => tagEnd(tag, cloud)), ...prefixEnds(prefixes)],
    dropped: unnamed.filter(({ resolved }) => (resolved?.prefixes ?? []).length === 0).map(({ tag }) => tag),
  };
}

/** Whether a connection can have these two ends: addresses of one family, or a tag, whose addresses are of both. */
export function canMeet(one: SecurityEnd, other: SecurityEnd): boolean {
  const isPrefix = ({ kind }: SecurityEnd): boolean => kind === 'ipv4' || kind === 'ipv6';
  return one.kind === other.kind || !isPrefix(one) || !isPrefix(other);
}
