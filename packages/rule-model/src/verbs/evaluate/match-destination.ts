import type { Need } from '../../model/decision.js';
import type { Cidr, Destination, DestinationKind, Destinations, ServiceTag } from '../../model/destination.js';
import { prefixHolds, type Address } from '../../net/address.js';
import { isBelow } from '../../net/host-relation.js';
import { pathMatches } from '../../net/path-match.js';
import type { Facts } from './facts.js';
import type { Match } from './match.js';

const noHost: Match = [{ fact: 'host' }];
const noPath: Match = [{ fact: 'path' }];

function byHost({ host }: Facts, matches: (host: string) => boolean): Match {
  if (host === undefined) return noHost;
  return host !== null && matches(host);
}

function byPath({ path }: Facts, pattern: string): Match {
  if (path === undefined) return noPath;
  return path !== null && pathMatches(pattern, path);
}

/** What a tag without addresses needs: only a dated document knows them. */
export function documentNeeds(item: ServiceTag | Cidr): readonly Need[] {
  return item.kind === 'service-tag' && !item.resolved ? [{ fact: 'tag-document', tag: item.tag }] : [];
}

/** A tag against an address. */
export function matchTag(tag: ServiceTag, address: Address): Match {
  return tag.resolved ? tag.resolved.prefixes.some((prefix) => prefixHolds(prefix, address)) : documentNeeds(tag);
}

function byAddress({ address }: Facts, needs: readonly Need[], matches: (address: Address) => Match): Match {
  if (address === undefined) return [{ fact: 'address' }, ...needs];
  return address !== null && matches(address);
}

/** How each kind of destination is held against a flow. */
const matchers: { readonly [K in DestinationKind]: (destination: Destinations[K], facts: Facts) => Match } = {
  fqdn: ({ host }, facts) => byHost(facts, (name) => name === host),
  wildcard: ({ parent }, facts) => byHost(facts, (name) => isBelow(name, parent)),
  suffix: ({ suffix }, facts) => byHost(facts, (name) => name.endsWith(suffix)),
  url: ({ host, path }, facts) => {
    const named = byHost(facts, (name) => name === host);
    return named === true ? byPath(facts, path) : named;
  },
  'service-tag': (tag, facts) => byAddress(facts, documentNeeds(tag), (address) => matchTag(tag, address)),
  cidr: ({ prefix }, facts) => byAddress(facts, [], (address) => prefixHolds(prefix, address)),
};

/** Whether a flow goes to a destination. */
export function matchDestination(destination: Destination, facts: Facts): Match {
  const matcher = matchers[destination.kind] as (destination: Destination, facts: Facts) => Match;
  return matcher(destination, facts);
}
