import {
  destinationText,
  familyOf,
  sourceText,
  type AddressFamily,
  type Entry,
  type Rule,
} from '@azureml-firewall/rule-model';
import { omitted, qualify, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from './messages.js';
import type { Match, Target } from './model.js';

export const families = ['ipv4', 'ipv6'] as const satisfies readonly AddressFamily[];

/** The sources of a rule as an access list takes them. */
export interface Sources {
  /** Every address; then nothing else is named. */
  readonly any: boolean;
  readonly prefixes: readonly string[];
  /** Service tags without addresses. */
  readonly dropped: readonly string[];
}

/** What stands on the source side of the entries of a rule. */
export function sourcesOf({ sources }: Rule): Sources {
  const any = sources.some(({ kind }) => kind === 'any');
  const prefixes = sources.flatMap((source) => {
    if (source.kind === 'cidr') return [source.prefix];
    return source.kind === 'service-tag' ? (source.resolved?.prefixes ?? []) : [];
  });
  const dropped = sources.filter((source) => source.kind === 'service-tag' && !source.resolved).map(sourceText);
  return { any, prefixes: any ? [] : [...new Set(prefixes)], dropped: any ? [] : dropped };
}

/** The families from which traffic of a rule can come. */
export function familiesFrom({ any, prefixes }: Sources): readonly AddressFamily[] {
  return families.filter((family) => any || prefixes.some((prefix) => familyOf(prefix) === family));
}

/** The families of a target; a name can have addresses of both. */
function familiesTo(target: Target): readonly AddressFamily[] {
  if (target.kind === 'host') return families;
  return families.filter((family) => target.prefixes.some((prefix) => familyOf(prefix) === family));
}

function isReached(match: Match, from: readonly AddressFamily[]): boolean {
  return familiesTo(match.target).some((family) => from.includes(family));
}

/** The verdict on an entry with its sources looked at: traffic from one family to another does not exist. */
export function withSources(entry: Entry, lowered: Lowered<Match, Code>): Lowered<Match, Code> {
  if (lowered.outcome === 'omitted') return lowered;
  const { rule } = entry;
  const sources = sourcesOf(rule);
  const from = familiesFrom(sources);
  if (from.length === 0)
    return omitted('cisco-asa/no-usable-source', { rule: rule.id, sources: rule.sources.map(sourceText) });
  if (!lowered.nodes.some((match) => isReached(match, from)))
    return omitted('cisco-asa/no-common-family', { rule: rule.id, destination: destinationText(entry.destination) });
  if (sources.dropped.length === 0) return lowered;
  const data = { rule: rule.id, sources: sources.dropped };
  return qualify(lowered, 'narrowed', { code: 'cisco-asa/sources-dropped', data });
}
