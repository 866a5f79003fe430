import {
  aggregateCidrs,
  cidrsContain,
  cidrsOverlap,
  sourceText,
  type Rule,
  type Source,
} from '@azureml-firewall/rule-model';
import type { SquidOptions } from './options.js';

/** Who a rule holds for. */
export interface Clients {
  /** Prefixes that a line has to name; none where it holds for every client. */
  readonly prefixes: readonly string[] | undefined;
  /** Sources that the rule loses. */
  readonly dropped: readonly string[];
}

function prefixesOf(source: Source): readonly string[] {
  if (source.kind === 'cidr') return [source.prefix];
  return source.kind === 'service-tag' ? (source.resolved?.prefixes ?? []) : [];
}

/** Whether squid, which lets only its clients in, would ever see some of a source. */
function isLost(source: Source, { clients }: SquidOptions): boolean {
  const prefixes = prefixesOf(source);
  return prefixes.length === 0 || (clients.length > 0 && !cidrsContain(clients, prefixes));
}

/** A deny loses nothing where there are no clients, and needs no source where it is for all. */
function clientsOfDeny({ sources }: Rule): Clients | undefined {
  if (sources.some(({ kind }) => kind === 'any')) return { prefixes: undefined, dropped: [] };
  const prefixes = aggregateCidrs(sources.flatMap(prefixesOf));
  const dropped = sources.filter((source) => prefixesOf(source).length === 0).map(sourceText);
  return prefixes.length > 0 ? { prefixes, dropped } : undefined;
}

/** Who a rule holds for; nothing where nobody is left. */
export function clientsOf(rule: Rule, options: SquidOptions): Clients | undefined {
  if (rule.action === 'deny') return clientsOfDeny(rule);
  const { clients } = options;
  if (rule.sources.some(({ kind }) => kind === 'any'))
    return clients.length > 0 ? { prefixes: undefined, dropped: ['*'] } : undefined;
  const prefixes = aggregateCidrs(rule.sources.flatMap(prefixesOf));
  if (prefixes.length === 0 || (clients.length > 0 && !cidrsOverlap(clients, prefixes))) return undefined;
  return { prefixes, dropped: rule.sources.filter((source) => isLost(source, options)).map(sourceText) };
}
