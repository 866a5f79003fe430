import { stableHash } from '@azureml-firewall/renderer-kit';

/**
 * Numbers for names, each from its own name: a second rendering opens the same policies again instead of adding more.
 * Names that meet step aside in the order of the alphabet, so that their order in the policy does not matter.
 */
export function idsFor(names: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const count = to - from + 1;
  const taken = new Set<number>();
  const ids = new Map<string, number>();
  for (const name of [...new Set(names)].toSorted()) {
    let step = Number(BigInt(`0x${hexOf(stableHash(name))}`) % BigInt(count));
    while (taken.has(from + step) && taken.size < count) step = (step + 1) % count;
    const id = taken.size < count ? from + step : from + taken.size;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

/** The hash is text in base 36: its characters as numbers are as good as any. */
function hexOf(hash: string): string {
  return hash.replace(/./g, (character) => character.charCodeAt(0).toString(16));
}
