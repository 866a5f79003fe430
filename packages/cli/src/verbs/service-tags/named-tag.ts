import { messageOf, type Diagnostic } from '@azureml-firewall/rule-model';
import { findTag, serviceTagMessages, type ServiceTagDocument, type TagRecord } from '@azureml-firewall/service-tags';
import { excerpt, printable } from '../../output/printable.js';
import { Refusal } from '../../refusal.js';
import { nearest } from '../nearest.js';

/** A tag by its name, and what had to be put right in the name. */
export interface NamedTag {
  readonly tag: TagRecord;
  readonly diagnostics: readonly Diagnostic[];
}

function refuseName(document: ServiceTagDocument, name: string, why: readonly Diagnostic[]): Refusal {
  const near = nearest(
    name,
    document.tags.map((tag) => tag.name),
  );
  const hint = near.length > 0 ? `, such as ${near.join(', ')}` : '';
  // That there is no such tag is said already; why there can be none is not.
  const reasons = why.filter(({ code }) => code !== 'service-tags/unknown-tag');
  const texts = reasons.map(({ code, data }) =>
    messageOf((serviceTagMessages as Record<string, string>)[code] ?? code, data),
  );
  return new Refusal(
    `found "${excerpt(name)}", expected a service tag of ${document.label}${hint}`,
    ...texts.map((text) => excerpt(printable(text), 400)),
  );
}

/** The tag of a name in whatever spelling. A name that is none is refused with those that come near. */
export function namedTag(document: ServiceTagDocument, name: string): NamedTag {
  const { tag, diagnostics } = findTag(document, name);
  if (!tag) throw refuseName(document, name, diagnostics);
  return { tag, diagnostics };
}
