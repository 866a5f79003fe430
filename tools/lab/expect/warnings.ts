import { destinationText, serviceText, type Diagnostic, type Entry } from '@azureml-firewall/rule-model';

/** The ways in which a warning about the whole can name an entry's destination. */
function textsOf({ destination }: Entry): readonly string[] {
  if (destination.kind === 'url') return [destinationText(destination), destination.host];
  if (destination.kind === 'suffix')
    return [destinationText(destination), destination.suffix, `*.${destination.suffix}`];
  return [destinationText(destination)];
}

/** The warnings about the whole that speak of an entry: a verdict has only one finding, and these say what else holds. */
export function warningsFor(entry: Entry, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const texts = textsOf(entry);
  return diagnostics.filter(({ data }) => {
    const { destination, destinations, service, entry: ofEntry } = data;
    if (ofEntry !== undefined) return false;
    const named = [destination, ...(Array.isArray(destinations) ? (destinations as readonly string[]) : [])];
    return (
      named.some((text) => texts.includes(String(text))) &&
      (service ?? serviceText(entry.service)) === serviceText(entry.service)
    );
  });
}
