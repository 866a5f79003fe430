import {
  familyOf,
  intersectCidrs,
  sourceText,
  subtractCidrs,
  type AddressFamily,
  type Rule,
  type Source,
} from '@azureml-firewall/rule-model';
import type { Target } from './model.js';
import type { LinuxOptions } from './options.js';

/** The sources of a rule as its lines take them. */
export interface RuleSources {
  /** Everything that comes into the chain; then nothing is listed. */
  readonly any: boolean;
  readonly prefixes: readonly string[];
  /** The tag that all of them are of, where there is just one and nothing else. */
  readonly tag?: string;
  /** The families from which traffic can come. */
  readonly families: readonly AddressFamily[];
  /** Sources without addresses, as a person writes them. */
  readonly dropped: readonly string[];
  /** Prefixes that lie outside of the own network as it is given. */
  readonly outside: readonly string[];
}

const both: readonly AddressFamily[] = ['ipv4', 'ipv6'];

/** The families that some prefixes are of. */
export function familiesIn(prefixes: readonly string[]): readonly AddressFamily[] {
  return both.filter((family) => prefixes.some((prefix) => familyOf(prefix) === family));
}

/** The families that a target has addresses of; names can have both. */
export function familiesOf(target: Target): readonly AddressFamily[] {
  if (target.kind === 'prefix') return [familyOf(target.prefix)];
  return target.kind === 'tag' ? familiesIn(target.prefixes) : both;
}

function prefixesOf(source: Source): readonly string[] {
  if (source.kind === 'cidr') return [source.prefix];
  return source.kind === 'service-tag' ? (source.resolved?.prefixes ?? []) : [];
}

function isDropped(source: Source): boolean {
  return source.kind !== 'any' && prefixesOf(source).length === 0;
}

/** What of all addresses is not in some prefixes. */
export function beyond(prefixes: readonly string[]): readonly string[] {
  return subtractCidrs(['0.0.0.0/0', '::/0'], prefixes);
}

/** Whether the own network has to be known, since the chain takes only its traffic. */
export function isOwnSide({ direction }: Rule, { mode }: LinuxOptions, side: Rule['direction']): boolean {
  return mode === 'gateway' && direction === side;
}

function anySource(rule: Rule, options: LinuxOptions): RuleSources {
  const families = isOwnSide(rule, options, 'outbound') ? familiesIn(options.subnets) : both;
  return { any: true, prefixes: [], families, dropped: [], outside: [] };
}

/** What stands on the source side of the lines of a rule. */
export function sourcesOf(rule: Rule, options: LinuxOptions): RuleSources {
  const { sources } = rule;
  if (sources.some(({ kind }) => kind === 'any')) return anySource(rule, options);
  const given = sources.flatMap(prefixesOf);
  const isBound = isOwnSide(rule, options, 'outbound') && options.subnets.length > 0;
  const prefixes = isBound ? intersectCidrs(given, options.subnets) : given;
  const [first] = sources;
  return {
    any: false,
    prefixes,
    ...(sources.length === 1 && first?.kind === 'service-tag' && !isBound && { tag: first.tag }),
    families: familiesIn(prefixes),
    dropped: sources.filter(isDropped).map(sourceText),
    outside: isBound ? subtractCidrs(given, options.subnets) : [],
  };
}
