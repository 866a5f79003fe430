import { familyOf, type AddressFamily, type Policy, type Source } from '@azureml-firewall/rule-model';
import { ends, offset } from '../address.js';

/** What a sampler has to know of the policy around an entry. */
export interface Ground {
  /** Addresses that clients have, one in each prefix that the policy names as a source. */
  readonly clients: readonly string[];
  /** The prefixes of a tag in the lab's document, also where the policy was not given them. */
  readonly prefixesOf: (tag: string) => readonly string[];
}

/** A client's address in a prefix: the tenth, or the first where there are not so many. */
function clientIn(prefix: string): string {
  const [first, last] = ends(prefix);
  return first === last ? first : (offset(first, 10) ?? first);
}

/** The address of a source, of one family if one is asked for. */
export function addressesIn(source: Source, ground: Ground): readonly string[] {
  switch (source.kind) {
    case 'any':
      return ground.clients;
    case 'cidr':
      return [clientIn(source.prefix)];
    case 'service-tag':
      return ground.prefixesOf(source.tag).map(clientIn);
  }
}

/** Prefixes that the policy's outbound rules come from. */
export function sourcePrefixes(policy: Policy): readonly string[] {
  const rules = policy.collections.flatMap(({ rules }) => rules);
  const sources = rules.filter(({ direction }) => direction === 'outbound').flatMap(({ sources }) => sources);
  return [...new Set(sources.flatMap((source) => (source.kind === 'cidr' ? [source.prefix] : [])))].toSorted();
}

/** The ground of a policy. A network without an address of some family gets one that no rule knows. */
export function groundOf(
  policy: Policy,
  prefixesOf: Ground['prefixesOf'],
  spare: Readonly<Record<AddressFamily, string>>,
): Ground {
  const clients = sourcePrefixes(policy).map(clientIn);
  const missing = (['ipv4', 'ipv6'] as const).filter((kind) => !clients.some((client) => familyOf(client) === kind));
  return { clients: [...clients, ...missing.map((kind) => spare[kind])], prefixesOf };
}
