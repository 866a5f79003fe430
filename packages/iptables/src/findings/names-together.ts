import { destinationText } from '@azureml-firewall/rule-model';
import type { Finding, Placed } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
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

function targetText(target: Target): string | undefined {
  if (target.kind === 'host') return target.host;
  return target.kind === 'below' ? `*.${target.parent}` : undefined;
}

/** What entries ask for, by the names that were made of it: a path becomes its host. */
function askedFor(placed: readonly Placed<Match>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { entry, nodes } of placed)
    for (const { target } of nodes) {
      const text = targetText(target);
      if (text !== undefined) asked.set(text, (asked.get(text) ?? new Set()).add(destinationText(entry.destination)));
    }
  return asked;
}

/** Names that can't be kept out of sets, since the resolver has one list of sets for a domain and all below it. */
export function namesTogether(wanted: readonly Wanted[], placed: readonly Placed<Match>[]): readonly Finding<Code>[] {
  const asked = askedFor(placed);
  return wanted.flatMap(togetherAt).flatMap(([name, also]) =>
    [...(asked.get(name) ?? [])].map((destination) => ({
      code: 'iptables/names-together' as const,
      data: { destination, also },
    })),
  );
}
