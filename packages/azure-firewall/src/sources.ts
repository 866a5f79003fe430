import { familyOf, sourceText, type Rule, type Source } from '@azureml-firewall/rule-model';

/** The sources of a rule as the firewall takes them, and those that it does not. */
export interface SourceAddresses {
  readonly addresses: readonly string[];
  readonly dropped: readonly string[];
}

/** Service tags can't be a source: only their addresses, where a tag document has been applied. */
function addressesOf(source: Source): SourceAddresses {
  if (source.kind === 'any') return { addresses: ['*'], dropped: [] };
  const prefixes = source.kind === 'cidr' ? [source.prefix] : (source.resolved?.prefixes ?? []);
  const addresses = prefixes.filter((prefix) => familyOf(prefix) === 'ipv4');
  return {
    addresses,
    dropped: addresses.length > 0 && addresses.length === prefixes.length ? [] : [sourceText(source)],
  };
}

/** What stands in `sourceAddresses`; "*" alone when any address is meant. */
export function sourcesOf(rule: Rule): SourceAddresses {
  if (rule.sources.some(({ kind }) => kind === 'any')) return { addresses: ['*'], dropped: [] };
  const all = rule.sources.map(addressesOf);
  return {
    addresses: [...new Set(all.flatMap(({ addresses }) => addresses))],
    dropped: all.flatMap(({ dropped }) => dropped),
  };
}
