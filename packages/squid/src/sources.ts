import {
  aggregateCidrs,
  cidrsContain,
  cidrsOverlap,
  sourceText,
  type Rule,
  type Source,
} from '@azureml-firewall/rule-model';
import type { Context } from '@azureml-firewall/renderer-kit';
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
function isLost(source: Source, clients: readonly string[]): boolean {
  const prefixes = prefixesOf(source);
  return prefixes.length === 0 || (clients.length > 0 && !cidrsContain(clients, prefixes));
}

function isForAll({ sources }: Rule): boolean {
  return sources.some(({ kind }) => kind === 'any');
}

/** Whether anybody is known to be redirected to squid. */
function hasNetworks({ policy, options }: Context<SquidOptions>): boolean {
  const rules = policy.collections.flatMap((collection) => collection.rules);
  const isNamed = (rule: Rule): boolean => rule.sources.some((one) => prefixesOf(one).length > 0);
  return options.clients.length > 0 || rules.some((rule) => !isForAll(rule) && isNamed(rule));
}

/** A rule for all: who is meant is known from the options alone, or, for a deny, from the other rules. */
function clientsOfAll({ action }: Rule, context: Context<SquidOptions>): Clients | undefined {
  // Whoever is no client is refused by an explicit proxy anyway.
  if (action === 'deny' && context.options.mode === 'explicit') return { prefixes: undefined, dropped: [] };
  const isKnown = action === 'deny' ? hasNetworks(context) : context.options.clients.length > 0;
  return isKnown ? { prefixes: undefined, dropped: ['*'] } : undefined;
}

/**
 * Who a rule holds for; nothing where nobody is left. A deny of an explicit proxy loses nobody to the list of clients,
 * since whoever is none is refused; connections that a gateway does not redirect are not refused by squid.
 */
export function clientsOf(rule: Rule, context: Context<SquidOptions>): Clients | undefined {
  if (isForAll(rule)) return clientsOfAll(rule, context);
  const { mode, clients } = context.options;
  const known = rule.action === 'deny' && mode === 'explicit' ? [] : clients;
  const prefixes = aggregateCidrs(rule.sources.flatMap(prefixesOf));
  if (prefixes.length === 0 || (known.length > 0 && !cidrsOverlap(known, prefixes))) return undefined;
  return { prefixes, dropped: rule.sources.filter((source) => isLost(source, known)).map(sourceText) };
}
