import { aggregateCidrs, type Diagnostic, type ResolvedPrefixes } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import type { ServiceTagDocument } from '../document/document.js';
import { virtualNamed } from '../names/facts.js';
import { findTag } from '../names/find-tag.js';
import type { UsedTag } from './used-tags.js';

/** A tag of a policy by its real name, with its addresses where there are any. */
export interface ResolvedTag {
  readonly tag: string;
  readonly resolved?: ResolvedPrefixes;
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
}

/** The same fact, with the rules that it touches. */
function withUsers(diagnostic: Diagnostic<ServiceTagCode>, usedBy: readonly string[]): Diagnostic<ServiceTagCode> {
  return { ...diagnostic, data: { ...diagnostic.data, usedBy } };
}

/** Looks a tag up in what was given for virtual tags, then in the document. */
export function resolveTag(
  document: ServiceTagDocument,
  { tag: asked, usedBy }: UsedTag,
  virtual: ReadonlyMap<string, ResolvedPrefixes>,
  aggregate: boolean,
): ResolvedTag {
  const real = virtualNamed(asked);
  const given = real === undefined ? undefined : virtual.get(real);
  if (real !== undefined && given) return { tag: real, resolved: given, diagnostics: [] };
  const { tag, diagnostics: found } = findTag(document, asked);
  const diagnostics = found.map((one) => withUsers(one, usedBy));
  if (!tag) return { tag: real ?? asked, diagnostics };
  if (tag.prefixes.length === 0) {
    const empty = diagnose('service-tags/empty-tag', { tag: tag.name, document: document.label, usedBy });
    return { tag: tag.name, diagnostics: [...diagnostics, empty] };
  }
  const prefixes = aggregate ? aggregateCidrs(tag.prefixes) : tag.prefixes;
  return { tag: tag.name, resolved: { document: document.label, prefixes }, diagnostics };
}
