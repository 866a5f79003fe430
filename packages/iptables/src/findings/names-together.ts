import type { Finding } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Wanted } from '../resolver.js';

/** What else the resolver puts into the sets of a domain, by how the domain is asked for. */
function togetherAt({ domain, self, below, above }: Wanted): readonly (readonly [wanted: string, also: string])[] {
  const labels = (sets: Wanted['self']): ReadonlySet<string> => new Set(sets.map(({ label }) => label));
  const [ofSelf, ofBelow, ofAbove] = [labels(self), labels(below), labels(above)];
  const resolvesSelf = self.length > 0 || above.length > 0;
  const resolvesBelow = below.length > 0 || above.length > 0;
  const lacks = (label: string, wanted: ReadonlySet<string>): boolean => !wanted.has(label) && !ofAbove.has(label);
  return [
    ...(resolvesBelow && [...ofSelf].some((label) => lacks(label, ofBelow)) ? [[domain, `*.${domain}`] as const] : []),
    ...(resolvesSelf && [...ofBelow].some((label) => lacks(label, ofSelf)) ? [[`*.${domain}`, domain] as const] : []),
  ];
}

/** Names that can't be kept out of sets, since the resolver has one list of sets for a domain and all below it. */
export function namesTogether(wanted: readonly Wanted[]): readonly Finding<Code>[] {
  return wanted.flatMap(togetherAt).map(([destination, also]) => ({
    code: 'iptables/names-together',
    data: { destination, also },
  }));
}
