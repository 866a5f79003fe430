import { familyOf, type AddressFamily, type Destination, type Entry } from '@azureml-firewall/rule-model';
import { ends } from '../address.js';
import type { Draft, Place } from './draft.js';
import { addressesIn, type Ground } from './ground.js';
import { talkOf } from './talk.js';

/** What a destination takes in: names, or addresses at both ends of its prefixes. */
function placesOf(destination: Destination, ground: Ground): readonly Place[] {
  const atEnds = (prefixes: readonly string[]): readonly Place[] =>
    prefixes.flatMap((prefix) => [...new Set(ends(prefix))].map((address) => ({ address })));
  switch (destination.kind) {
    case 'fqdn':
    case 'url':
      return [{ name: destination.host }];
    case 'wildcard':
      return [{ name: `lab.${destination.parent}` }, { name: `a.b-1.lab.${destination.parent}` }];
    case 'suffix':
      return [destination.suffix, `lab.${destination.suffix}`, `evil${destination.suffix}`].map((name) => ({ name }));
    case 'service-tag':
      return atEnds(destination.resolved?.prefixes ?? ground.prefixesOf(destination.tag));
    case 'cidr':
      return atEnds([destination.prefix]);
  }
}

function pathOf(destination: Destination): string {
  if (destination.kind !== 'url') return '/lab';
  return destination.path.endsWith('/*') ? `${destination.path.slice(0, -1)}lab` : destination.path;
}

const familyOfPlace = (place: Place, family: AddressFamily): boolean =>
  'name' in place || familyOf(place.address) === family;

/** Sources of each family in turn, so that the first few are of both. */
function inTurn(sources: readonly string[]): readonly string[] {
  const [v4, v6] = [sources.filter((one) => !one.includes(':')), sources.filter((one) => one.includes(':'))];
  return Array.from({ length: Math.max(v4.length, v6.length) }, (_, i) => [v4[i], v6[i]])
    .flat()
    .filter((one) => one !== undefined);
}

const at = <T>(list: readonly T[], i: number): T | undefined => list[i % list.length];

/** Connections that an entry asks for: each end of its ports, each kind of name, and its sources in turn. */
export function listed(entry: Entry, ground: Ground, turn: number): readonly Draft[] {
  const { rule, service, destination } = entry;
  const sources = inTurn([...new Set(rule.sources.flatMap((source) => addressesIn(source, ground)))]);
  const ports = [...new Set(service.ports.flatMap(({ from, to }) => [from, to]))];
  const inbound = rule.direction === 'inbound' && destination.kind === 'cidr';
  const places = inbound
    ? addressesIn(destination, ground).map((address) => ({ address }))
    : placesOf(destination, ground);
  const count = Math.max(ports.length, Math.min(sources.length, 3));
  return Array.from({ length: Math.max(count, places.length) }, (_, i): readonly Draft[] => {
    const [source, port] = [at(sources, i + turn), at(ports, i)];
    if (source === undefined || port === undefined) return [];
    const family = familyOf(source);
    const place = at(
      places.filter((one) => familyOfPlace(one, family)),
      i,
    );
    if (place === undefined) return [];
    const name = 'name' in place ? place.name : null;
    const talk = inbound && service.protocol === 'tcp' ? 'raw' : talkOf(service, port);
    const { direction } = rule;
    const { protocol } = service;
    const shared = { kind: 'listed', entry: entry.id, direction, protocol, port, source, family } as const;
    return [{ ...shared, to: place, asked: name, shown: name, talk, path: pathOf(destination) }];
  }).flat();
}
