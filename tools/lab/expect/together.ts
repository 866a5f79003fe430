import { parseDestination, type Destination, type Diagnostic, type Entry } from '@azureml-firewall/rule-model';

/** The names that an entry turns on, as findings write them. */
function textsOf({ destination }: Entry): readonly string[] {
  switch (destination.kind) {
    case 'fqdn':
    case 'url':
      return [destination.host];
    case 'wildcard':
      return [`*.${destination.parent}`];
    case 'suffix':
      return [destination.suffix, `*.${destination.suffix}`];
    case 'service-tag':
    case 'cidr':
      return [];
  }
}

/** What warnings say that an entry's names can't be told from. */
export function togetherWith(entry: Entry, diagnostics: readonly Diagnostic[]): readonly Destination[] {
  const texts = textsOf(entry);
  return diagnostics.flatMap(({ code, data }) => {
    const { destination, also } = data;
    if (code !== 'iptables/names-together' || typeof destination !== 'string' || !texts.includes(destination))
      return [];
    const parsed = parseDestination(String(also));
    return parsed.ok ? [parsed.value] : [];
  });
}
