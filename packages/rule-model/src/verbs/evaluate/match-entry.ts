import type { Entry } from '../../model/entry.js';
import type { Service } from '../../model/service.js';
import type { Source } from '../../model/source.js';
import { prefixHolds } from '../../net/address.js';
import type { Facts } from './facts.js';
import { documentNeeds, matchDestination, matchTag } from './match-destination.js';
import { anyOf, both, type Match } from './match.js';

/** Whether a service has the port of a flow. What is spoken there can't be seen: its application says nothing here. */
export function carries({ protocol, ports }: Service, facts: Facts): boolean {
  return protocol === facts.protocol && ports.some(({ from, to }) => from <= facts.port && facts.port <= to);
}

function matchSource(item: Source, { source }: Facts): Match {
  if (item.kind === 'any') return true;
  if (source === undefined) return [{ fact: 'source' }, ...documentNeeds(item)];
  return item.kind === 'cidr' ? prefixHolds(item.prefix, source) : matchTag(item, source);
}

/** Whether a flow comes from one of the sources. */
export function matchSources(sources: readonly Source[], facts: Facts): Match {
  return anyOf(sources.map((source) => matchSource(source, facts)));
}

function lacksDestination(match: Match): boolean {
  return typeof match === 'object' && match.some(({ fact }) => fact === 'host' || fact === 'address');
}

/**
 * Whether a flow goes to the destination of an entry. An entry that allows is met by what the flow has: a name alone
 * meets no prefix and an address alone no name. One that denies stays undecided there, since the connection has both in
 * the end.
 */
export function reaches({ rule, destination }: Entry, facts: Facts): Match {
  const match = matchDestination(destination, facts);
  return rule.action === 'allow' && lacksDestination(match) ? false : match;
}

/** Whether an entry matches a flow. */
export function matchEntry(entry: Entry, facts: Facts): Match {
  const { rule, service } = entry;
  if (rule.direction !== facts.direction || !carries(service, facts)) return false;
  const there = reaches(entry, facts);
  return there !== false && both(there, matchSources(rule.sources, facts));
}
