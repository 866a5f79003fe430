import {
  aggregateCidrs,
  sortCidrs,
  type Destination,
  type Diagnostic,
  type Policy,
  type Route,
  type Rule,
  type ServiceTag,
  type Source,
  refuseUnknownNames,
} from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import type { ServiceTagDocument } from '../document/document.js';
import { virtualNamed } from '../names/facts.js';
import { resolveTag, type ResolvedTag } from './resolve-tag.js';
import { usedTags } from './used-tags.js';
import { readVirtual, type VirtualPrefixes } from './virtual.js';

/** How tags are resolved. */
export interface ResolveOptions {
  /** Prefixes of the tags that are in no document: `{ VirtualNetwork: ['10.20.0.0/16'] }`. */
  readonly virtual?: VirtualPrefixes;
  /**
   * Puts the fewest prefixes with the same addresses in place of the document's own. Off by default: one prefix more in
   * the document can change many aggregated ones, and with them the names of a vendor's objects.
   */
  readonly aggregate?: boolean;
}

/** A policy with dated addresses, and what is to be said about its tags. */
export interface ResolvedPolicy {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
}

/** Tags of the policy by the name that it uses. */
type Lookup = ReadonlyMap<string, ResolvedTag>;

function resolveItem(item: ServiceTag, lookup: Lookup): ServiceTag {
  const { tag = item.tag, resolved } = lookup.get(item.tag) ?? {};
  // Addresses of another week don't stay beside those of this one; what was given for a virtual tag has no week.
  const kept = resolved ?? (virtualNamed(tag) === undefined ? undefined : item.resolved);
  return { kind: 'service-tag', tag, ...(kept && { resolved: kept }) };
}

function once<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(key(item)).size);
}

/** Two spellings of one tag become the same tag: it stands once. */
function resolveItems<T extends Source | Destination>(items: readonly T[], lookup: Lookup): readonly T[] {
  const resolved = items.map((item) => (item.kind === 'service-tag' ? (resolveItem(item, lookup) as T) : item));
  return once(resolved, (item) => (item.kind === 'service-tag' ? item.tag : JSON.stringify(item)));
}

function resolveRule(rule: Rule, lookup: Lookup): Rule {
  const { coveredBy, covering: _, ...rest } = rule;
  const tags = (coveredBy ?? []).map((tag): ServiceTag => resolveItem({ kind: 'service-tag', tag }, lookup));
  const covering = once(tags, ({ tag }) => tag);
  const resolved = covering.filter((tag) => tag.resolved);
  return {
    ...rest,
    sources: resolveItems(rule.sources, lookup),
    destinations: resolveItems(rule.destinations, lookup),
    ...(coveredBy && { coveredBy: covering.map(({ tag }) => tag) }),
    ...(resolved.length > 0 && { covering: resolved }),
  };
}

function resolveRoute(route: Route, lookup: Lookup, document: ServiceTagDocument, aggregate: boolean): Route {
  const { resolved: _, ...rest } = route;
  const nameOf = (tag: string): string => lookup.get(tag)?.tag ?? tag;
  const prefixes = route.byAddress.flatMap((tag) => lookup.get(tag)?.resolved?.prefixes ?? []);
  const together = aggregate ? aggregateCidrs(prefixes) : sortCidrs(prefixes);
  return {
    ...rest,
    tag: nameOf(route.tag),
    byAddress: once(route.byAddress.map(nameOf), (tag) => tag),
    ...(together.length > 0 && { resolved: { document: document.label, prefixes: together } }),
  };
}

/**
 * Gives the service tags of a policy their addresses in a document: those of sources and destinations, those that cover
 * a rule (`covering`), and those of routes by address. Names are put right on the way. A tag that has no addresses stays
 * without, and a diagnostic says why and which rules it touches. A document of another cloud resolves nothing.
 * @throws RangeError for an option that is not known.
 */
export function resolveServiceTags(
  policy: Policy,
  document: ServiceTagDocument,
  options: ResolveOptions = {},
): ResolvedPolicy {
  refuseUnknownNames('options of resolveServiceTags', options, ['virtual', 'aggregate']);
  const { virtual = {}, aggregate = false } = options;
  if (policy.cloud !== document.cloud) {
    const other = diagnose('service-tags/other-cloud', { cloud: policy.cloud, document: document.label });
    return { policy, diagnostics: [other] };
  }
  const given = readVirtual(virtual);
  const used = usedTags(policy);
  const lookup = new Map(used.map((one) => [one.tag, resolveTag(document, one, given.byTag, aggregate)]));
  return {
    policy: {
      ...policy,
      collections: policy.collections.map((collection) => ({
        ...collection,
        rules: collection.rules.map((rule) => resolveRule(rule, lookup)),
      })),
      routes: policy.routes.map((route) => resolveRoute(route, lookup, document, aggregate)),
    },
    diagnostics: [...given.diagnostics, ...[...lookup.values()].flatMap(({ diagnostics }) => diagnostics)],
  };
}
