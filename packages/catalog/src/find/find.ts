import type { Cloud } from '@azureml-firewall/rule-model';
import type { Place } from '../edition/edition.js';
import { editions, loadEdition, type EditionId } from '../edition/editions.js';
import { predicateText } from '../predicate.js';
import { matchFact, type Match } from './match.js';
import { parseQuery } from './query.js';

/** A fact that answers what somebody looked for. */
export interface Found {
  readonly edition: EditionId;
  readonly requirement: string;
  /** With placeholders; `?` where the page names no destination. */
  readonly destination: string;
  readonly ports: readonly string[];
  readonly clouds: readonly Cloud[];
  readonly match: Match;
  /** The condition as a person reads it. */
  readonly when?: string;
  readonly at: readonly Place[];
}

const closeness: readonly Match[] = ['same', 'covers', 'below'];

/**
 * Where the editions speak of a host (`foo.instances.azureml.ms`), a domain, a service tag by its real or printed name,
 * or a port (`8787`, `udp/5831`). Closest first, then newest first.
 */
export function find(text: string, options: { readonly edition?: EditionId } = {}): readonly Found[] {
  const query = parseQuery(text);
  const searched = options.edition === undefined ? editions.map(({ id }) => id).toReversed() : [options.edition];
  const found = searched.flatMap((edition) =>
    loadEdition(edition).requirements.flatMap(({ id: requirement, facts }) =>
      facts.flatMap((fact): readonly Found[] => {
        const match = matchFact(fact, query);
        if (!match) return [];
        const destination = fact.tag ?? fact.host ?? '?';
        const { ports, clouds, at } = fact;
        const when = fact.when && { when: predicateText(fact.when) };
        return [{ edition, requirement, destination, ports, clouds, match, ...when, at }];
      }),
    ),
  );
  return found.toSorted((a, b) => closeness.indexOf(a.match) - closeness.indexOf(b.match));
}
