import { stableHash } from '@azureml-firewall/renderer-kit';

/** Identifiers for names, as Bicep and Terraform take them: `azureml-egress` is `rules_azureml_egress`. */
export function symbolsOf(prefix: string, names: readonly string[]): ReadonlyMap<string, string> {
  const plain = new Map(names.map((name) => [name, `${prefix}_${name.replace(/[^A-Za-z0-9_]/g, '_')}`]));
  const counts = new Map<string, number>();
  for (const symbol of plain.values()) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  // What two names share says which is which by a hash.
  return new Map(
    [...plain].map(([name, symbol]) => [name, counts.get(symbol) === 1 ? symbol : `${symbol}_${stableHash(name)}`]),
  );
}

/** The symbol of a name that is in the map. */
export function symbolIn(symbols: ReadonlyMap<string, string>, name: string): string {
  return symbols.get(name) ?? name;
}
