import type { Diagnostic, ResolvedPrefixes } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import type { ServiceTagDocument, TagRecord } from '../document/document.js';
import { neverIn, virtualNamed, withoutAlias } from './facts.js';
import { baseOf, nameIndexOf, type NameIndex } from './name-index.js';

/** A tag of a document, or nothing, and what is to be said about the name that was asked for. */
export interface FoundTag {
  readonly tag?: TagRecord;
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
}

/** The tag under another spelling of its region: `AzureCloud.germanywestcentral` is in the documents as `.germanywc`. */
function findByRegion({ byName, otherRegion }: NameIndex, name: string): TagRecord | undefined {
  const base = baseOf(byName, name);
  const other = base && otherRegion.get(name.slice(base.name.length + 1).toLowerCase());
  return other === undefined ? undefined : byName.get(`${base?.name ?? ''}.${other}`.toLowerCase());
}

function explainMissing(document: ServiceTagDocument, index: NameIndex, name: string): Diagnostic<ServiceTagCode> {
  const about = { tag: name, document: document.label };
  const virtual = virtualNamed(name);
  if (virtual !== undefined) return diagnose('service-tags/virtual-tag', { ...about, tag: virtual });
  if (neverIn(document.cloud, name)) return diagnose('service-tags/absent-in-cloud', about);
  const base = baseOf(index.byName, name);
  if (base) return diagnose('service-tags/not-in-region', { ...about, base: base.name });
  return diagnose('service-tags/unknown-tag', about);
}

/**
 * Finds a tag by its name, whatever its case, by a name that Azure's pages print for it (`Keyvault`), and by the ARM
 * name or the short name of its region. What had to be put right, or why there is no such tag, is in the diagnostics.
 * The tag of a region never stands in for the tag of all regions, nor the other way round.
 */
export function findTag(document: ServiceTagDocument, name: string): FoundTag {
  const index = nameIndexOf(document);
  const real = withoutAlias(name) ?? name;
  const same = index.byName.get(name.toLowerCase()) ?? index.byName.get(real.toLowerCase());
  const tag = same ?? findByRegion(index, real);
  if (!tag) return { diagnostics: [explainMissing(document, index, real)] };
  if (tag.name === name) return { tag, diagnostics: [] };
  const renamed = { printed: name, tag: tag.name, document: document.label };
  if (tag.name.toLowerCase() === name.toLowerCase())
    return { tag, diagnostics: [diagnose('service-tags/tag-spelling', renamed)] };
  const code = real === name ? 'service-tags/region-spelling' : 'service-tags/tag-renamed';
  return { tag, diagnostics: [diagnose(code, renamed)] };
}

/** The dated addresses of a tag, as a policy holds them; undefined where the document has none. */
export function prefixesOf(document: ServiceTagDocument, name: string): ResolvedPrefixes | undefined {
  const { tag } = findTag(document, name);
  return tag && tag.prefixes.length > 0 ? { document: document.label, prefixes: tag.prefixes } : undefined;
}
