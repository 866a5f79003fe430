import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import type { Edition, InClusterTraffic, Place, Requirement, RouteFact } from '../edition/edition.js';
import { editions, loadEdition, type EditionId } from '../edition/editions.js';
import { predicateText, type Predicate } from '../predicate.js';
import { matchFact, matchPort, namesTag, type Match } from './match.js';
import { parseQuery, type Query } from './query.js';

/** Something in an edition that answers what somebody looked for. */
export interface Found {
  readonly edition: EditionId;
  /** A fact of a requirement, a route, or traffic inside a Kubernetes cluster, which no firewall around it sees. */
  readonly kind: 'requirement' | 'route' | 'in-cluster';
  /** The id of the requirement, route or traffic. */
  readonly requirement: string;
  /** With placeholders; `?` where the page names no destination. */
  readonly destination: string;
  /** None for a route. */
  readonly ports: readonly string[];
  readonly clouds: readonly Cloud[];
  readonly match: Match;
  /** The condition as a person reads it. */
  readonly when?: string;
  readonly at: readonly Place[];
}

const closeness: readonly Match[] = ['same', 'covers', 'below'];

const conditionOf = (when: Predicate | undefined): { when?: string } => (when ? { when: predicateText(when) } : {});

function inRequirement(edition: EditionId, { id, facts }: Requirement, query: Query): readonly Found[] {
  return facts.flatMap((fact): readonly Found[] => {
    const match = matchFact(fact, query);
    if (!match) return [];
    const { ports, at, tag, host } = fact;
    const destination = tag ?? host ?? '?';
    const what = { edition, kind: 'requirement', requirement: id, destination, ports, clouds: fact.clouds } as const;
    return [{ ...what, match, ...conditionOf(fact.when), at }];
  });
}

/** A route names a tag, and those whose prefixes stand for it. */
function inRoute(edition: EditionId, { id, tag, byAddress, when, at }: RouteFact, query: Query): readonly Found[] {
  if (query.port !== undefined || !namesTag([tag, ...byAddress], query)) return [];
  const what = { edition, kind: 'route', requirement: id, destination: tag, ports: [], clouds } as const;
  return [{ ...what, match: 'same', ...conditionOf(when), at }];
}

function inCluster(
  edition: EditionId,
  { id, to, ports = [], when, at }: InClusterTraffic,
  query: Query,
): readonly Found[] {
  const match = query.port === undefined ? undefined : matchPort(ports, query.port);
  if (!match) return [];
  const what = { edition, kind: 'in-cluster', requirement: id, destination: to, ports, clouds } as const;
  return [{ ...what, match, ...conditionOf(when), at }];
}

function inEdition(id: EditionId, edition: Edition, query: Query): readonly Found[] {
  return [
    ...edition.requirements.flatMap((one) => inRequirement(id, one, query)),
    ...edition.routes.flatMap((one) => inRoute(id, one, query)),
    ...edition.inCluster.flatMap((one) => inCluster(id, one, query)),
  ];
}

/**
 * Where the editions speak of a host (`foo.instances.azureml.ms`), a wildcard, a domain, a service tag by its real or
 * printed name, or a port (`8787`, `udp/5831`). Closest first, then newest first.
 * @throws RangeError for an edition that is not held.
 */
export function find(text: string, options: { readonly edition?: EditionId } = {}): readonly Found[] {
  const query = parseQuery(text);
  const searched = options.edition === undefined ? editions.map(({ id }) => id).toReversed() : [options.edition];
  const found = searched.flatMap((edition) => inEdition(edition, loadEdition(edition), query));
  return found.toSorted((a, b) => closeness.indexOf(a.match) - closeness.indexOf(b.match));
}
