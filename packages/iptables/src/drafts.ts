import { aggregateCidrs, mergePorts, type AddressFamily, type Rule } from '@azureml-firewall/rule-model';
import type { Placed } from '@azureml-firewall/renderer-kit';
import { groupBy } from './group-by.js';
import type { Match, TagTarget, Target } from './model.js';
import type { LinuxOptions } from './options.js';
import { familiesIn, sourcesOf, type RuleSources } from './sources.js';

/** A service of a group, with the entries that ask for it. */
export type Ports = Pick<Match, 'protocol' | 'ports'>;

/** Destinations of a rule that stand in one set: its names, its prefixes, or one of its tags. */
export interface Group {
  readonly use: 'dns' | 'to' | 'tag';
  readonly targets: readonly Target[];
  /** The tag with its list, where the group is one. */
  readonly tag?: TagTarget;
  /** Aggregated; none of names. */
  readonly prefixes: readonly string[];
  /** Those that have both a source and a destination. */
  readonly families: readonly AddressFamily[];
  /** One item for each protocol. */
  readonly services: readonly Ports[];
  readonly entries: readonly string[];
}

/** A rule before its sets have names. */
export interface Draft {
  readonly rule: Rule;
  readonly sources: RuleSources;
  readonly groups: readonly Group[];
}

/** Aggregates each list of prefixes once: the same list is met by every rule that has its tag. */
export type Aggregate = (prefixes: readonly string[]) => readonly string[];

/** An {@link Aggregate} that remembers lists by their identity. */
export function newAggregate(): Aggregate {
  const known = new Map<readonly string[], readonly string[]>();
  return (prefixes) => {
    const list = known.get(prefixes) ?? aggregateCidrs(prefixes);
    known.set(prefixes, list);
    return list;
  };
}

interface Part {
  readonly entry: string;
  readonly match: Match;
}

function groupKey({ match: { target } }: Part): string {
  if (target.kind === 'tag') return `tag ${target.tag}`;
  return target.kind === 'prefix' ? 'to' : 'dns';
}

function servicesOf(parts: readonly Part[]): readonly Ports[] {
  const byProtocol = groupBy(
    parts.map(({ match }) => match),
    ({ protocol }) => protocol,
  );
  return [...byProtocol].map(([protocol, matches]) => ({
    protocol,
    ports: mergePorts(matches.flatMap(({ ports }) => ports)),
  }));
}

function prefixesOf(targets: readonly Target[], tag: TagTarget | undefined, aggregate: Aggregate): readonly string[] {
  if (tag) return aggregate(tag.prefixes);
  return aggregateCidrs(targets.flatMap((target) => (target.kind === 'prefix' ? [target.prefix] : [])));
}

const both: readonly AddressFamily[] = ['ipv4', 'ipv6'];

function groupOf(parts: readonly Part[], sources: RuleSources, aggregate: Aggregate): Group {
  const targets = [...new Set(parts.map(({ match }) => match.target))];
  const tag = targets.find((target) => target.kind === 'tag');
  const prefixes = prefixesOf(targets, tag, aggregate);
  const named = targets.some(({ kind }) => kind === 'host' || kind === 'below');
  const ends = named ? both : familiesIn(prefixes);
  return {
    use: tag ? 'tag' : named ? 'dns' : 'to',
    targets,
    ...(tag && { tag }),
    prefixes,
    families: ends.filter((family) => sources.families.includes(family)),
    services: servicesOf(parts),
    entries: [...new Set(parts.map(({ entry }) => entry))],
  };
}

/**
 * The rules that all placed entries become, in the order of match. Each destination of a rule has each of its services,
 * so that the services of one protocol stand in one line.
 */
export function draftsOf(
  placed: readonly Placed<Match>[],
  options: LinuxOptions,
  aggregate: Aggregate,
): readonly Draft[] {
  return [...groupBy(placed, ({ entry }) => entry.rule)].map(([rule, list]) => {
    const sources = sourcesOf(rule, options);
    const parts = list.flatMap(({ entry, nodes }) => nodes.map((match) => ({ entry: entry.id, match })));
    const groups = [...groupBy(parts, groupKey)].map(([, some]) => groupOf(some, sources, aggregate));
    return { rule, sources, groups: groups.filter(({ families }) => families.length > 0) };
  });
}
