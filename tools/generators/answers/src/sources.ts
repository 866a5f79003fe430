import { sourceText, type Rule } from '@azureml-firewall/rule-model';

/** The sources of a rule as New Vendor takes them, and those that have no addresses here. */
export function sourcesOf({ sources }: Rule): {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
} {
  const kept = sources.flatMap((source) => {
    if (source.kind === 'any') return ['any'];
    return source.kind === 'cidr' ? [source.prefix] : (source.resolved?.prefixes ?? []);
  });
  const dropped = sources.filter((source) => source.kind === 'service-tag' && !source.resolved).map(sourceText);
  return { kept: kept.includes('any') ? ['any'] : [...new Set(kept)], dropped };
}
