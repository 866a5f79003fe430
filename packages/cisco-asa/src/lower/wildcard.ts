import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import { inexact, omitted, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf, textsOf } from './match.js';

/**
 * All hosts below a domain, by the addresses of the tags that carry the same need. Network-service objects (9.17 and
 * later) match domains; how they take the domain itself, and their syntax in full, is on no page that was read.
 */
export function lowerBelow(entry: Entry): Lowered<Match, Code> {
  const { coveredBy = [], covering = [] } = entry.rule;
  const known = covering.filter(({ resolved }) => resolved);
  const missing = coveredBy.filter((tag) => !known.some((one) => one.tag === tag));
  const [first, ...rest] = known.flatMap(({ tag, resolved }): readonly Match[] =>
    resolved ? [matchOf(entry, { kind: 'prefixes', tag, prefixes: resolved.prefixes })] : [],
  );
  if (!first) return omitted('cisco-asa/wildcard-needs-tag', textsOf(entry));
  return inexact(missing.length === 0 ? 'widened' : 'approximated', [first, ...rest], 'cisco-asa/covered-by-tag', {
    ...textsOf(entry),
    tags: known.map(({ tag }) => tag),
    missing: missing.length === 0 ? 'none' : missing,
  });
}

/** `*.azureml.ms`. */
export function lowerWildcard(entry: Entry<Wildcard>): Lowered<Match, Code> {
  return lowerBelow(entry);
}
