import { domainsAbove } from '../../net/domains.js';
import { allowingEntry, isCarried, isFromHere, type Look } from './context.js';
import type { Witness } from './witness.js';

type NameCode = 'explain/only-below' | 'explain/only-apex' | 'explain/parent-domain' | 'explain/look-alike';

function witness(look: Look, code: NameCode, number: number, host: string): readonly Witness[] {
  const entry = allowingEntry(look.context, number);
  const facts = look.context.facts[number];
  if (!entry || !facts || !isCarried(look, number) || !isFromHere(look, number)) return [];
  return [{ code, data: { ...facts, host }, entry }];
}

/** Hosts that are allowed alone, and above this one. */
function above(look: Look, host: string, domains: readonly string[]): readonly Witness[] {
  const { exact } = look.context.reached;
  return domains.flatMap((domain, distance) =>
    (exact.get(domain) ?? []).flatMap((number) => {
      if (look.context.index.columns.entries[number]?.destination.kind !== 'fqdn') return [];
      return witness(look, distance === 0 ? 'explain/only-apex' : 'explain/parent-domain', number, host);
    }),
  );
}

function lookAlikes(look: Look, host: string, domains: readonly string[]): readonly Witness[] {
  return domains.flatMap((domain) =>
    (look.context.ends.get(domain) ?? []).flatMap(({ suffix, entry }) => {
      const before = host.charAt(host.length - suffix.length - 1);
      const alike = host.endsWith(suffix) && before !== '' && before !== '.';
      return alike ? witness(look, 'explain/look-alike', entry, host) : [];
    }),
  );
}

/** Entries that allow names close to a host, but not the host. */
export function nearNames(look: Look, host: string): readonly Witness[] {
  const domains = domainsAbove(host);
  const below = look.context.reached.below.get(host) ?? [];
  return [
    ...below.flatMap((number) => witness(look, 'explain/only-below', number, host)),
    ...above(look, host, domains),
    ...lookAlikes(look, host, domains),
  ];
}
