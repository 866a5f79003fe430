import { parseCidr, sortCidrs, type Diagnostic, type ResolvedPrefixes } from '@azureml-firewall/rule-model';
import { diagnose, type ServiceTagCode } from '../diagnostics.js';
import { virtualNamed, virtualTags } from '../names/facts.js';

/** Prefixes by virtual tag, as a user gives them: `{ VirtualNetwork: ['10.20.0.0/16'] }`. */
export type VirtualPrefixes = Readonly<Record<string, readonly string[]>>;

/** What stands in a policy for the document of prefixes that were given. */
const given = 'as given, from no document';

/** The prefixes given for virtual tags by real name, and what is wrong with them. A wrong prefix voids its tag's list. */
export function readVirtual(prefixes: VirtualPrefixes): {
  readonly byTag: ReadonlyMap<string, ResolvedPrefixes>;
  readonly diagnostics: readonly Diagnostic<ServiceTagCode>[];
} {
  const byTag = new Map<string, ResolvedPrefixes>();
  const diagnostics: Diagnostic<ServiceTagCode>[] = [];
  for (const [name, list] of Object.entries(prefixes)) {
    const tag = virtualNamed(name);
    const parsed = list.map((text) => parseCidr(text));
    const wrong = parsed.flatMap((one) => (one.ok ? [] : [one.refusal]));
    if (tag === undefined) diagnostics.push(diagnose('service-tags/not-virtual', { tag: name, virtual: virtualTags }));
    else if (wrong.length === 0 && list.length > 0) byTag.set(tag, { document: given, prefixes: sortCidrs(list) });
    for (const { found, expected } of wrong)
      diagnostics.push(diagnose('service-tags/virtual-prefix', { tag: name, prefix: found, expected }));
  }
  return { byTag, diagnostics };
}
