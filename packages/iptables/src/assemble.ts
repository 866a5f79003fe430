import { familyOf, type AddressFamily, type PortRange } from '@azureml-firewall/rule-model';
import type { Assembled, Context, Placed } from '@azureml-firewall/renderer-kit';
import { commentOf } from './comment.js';
import type { Dialect } from './dialect.js';
import { draftsOf, newAggregate, type Aggregate, type Draft, type Group } from './drafts.js';
import { findingsOf } from './findings/index.js';
import { sift } from './from-inside.js';
import { labelsFor, type Labels } from './labels.js';
import { dnsmasqLine } from './limits.js';
import type { Code } from './messages.js';
import type { AddressSet, FilterModel, FilterRule, Match, SetRef } from './model.js';
import type { LinuxOptions, Settings } from './options.js';
import { ownNetworkOf, type OwnNetwork } from './own-network.js';
import { answersFor, fillsFor, wantedNames, type FilledLine } from './resolver.js';

const families = ['ipv4', 'ipv6'] as const;

/** Parts of a list of ports that fit into one line; a range takes two places. */
function portParts(ports: readonly PortRange[], slots: number): readonly (readonly PortRange[])[] {
  const parts: PortRange[][] = [[]];
  let used = 0;
  for (const range of ports) {
    const size = range.from === range.to ? 1 : 2;
    if (used + size > slots) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(range);
    used += size;
  }
  return parts;
}

/** What lines are made with, for all rules alike. */
interface Workshop {
  readonly dialect: Dialect;
  readonly labels: Labels;
  readonly aggregate: Aggregate;
  /** Further sets of learnt addresses that the rule of a set matches, by the label of that. */
  readonly shared: ReadonlyMap<string, readonly SetRef[]>;
  /** Labels of the sets that some line of the resolver fills. */
  readonly filled: ReadonlySet<string>;
}

function ofFamily(prefixes: readonly string[], family: AddressFamily): readonly string[] {
  return prefixes.filter((prefix) => familyOf(prefix) === family);
}

/** Always said, also where it is all of the own network: so one rule more changes no other. */
function sourceSet({ sources }: Draft, family: AddressFamily, { labels, aggregate }: Workshop): AddressSet | undefined {
  if (sources.any) return undefined;
  const prefixes = aggregate(sources.prefixes);
  const ref = sources.tag === undefined ? labels.ofSources(prefixes) : labels.ofTag(sources.tag, sources.prefixes);
  return { ...ref, family, prefixes: ofFamily(prefixes, family) };
}

function destinationSets(
  { rule }: Draft,
  { use, tag, prefixes }: Group,
  family: AddressFamily,
  { labels, shared, filled }: Workshop,
): readonly AddressSet[] {
  if (tag) return [{ ...labels.ofTag(tag.tag, tag.prefixes), family, prefixes: ofFamily(prefixes, family) }];
  if (use !== 'dns') return [{ ...labels.ofRule('to', rule.id), family, prefixes: ofFamily(prefixes, family) }];
  const ref = labels.ofRule('dns', rule.id);
  return [...(filled.has(ref.label) ? [ref] : []), ...(shared.get(ref.label) ?? [])].map((set) => ({ ...set, family }));
}

interface Line {
  readonly rule: FilterRule;
  readonly entries: readonly string[];
  readonly sets: readonly AddressSet[];
}

function refOf({ use, label }: SetRef): SetRef {
  return { use, label };
}

function linesOfGroup(draft: Draft, group: Group, shop: Workshop): readonly Line[] {
  const { rule } = draft;
  const { comment, slots } = shop.dialect;
  const text = commentOf(rule, comment);
  const services = group.services.flatMap(({ protocol, ports }) =>
    portParts(ports, slots).map((part) => ({ protocol, ports: part })),
  );
  return services.flatMap(({ protocol, ports }) =>
    group.families.flatMap((family) => {
      const source = sourceSet(draft, family, shop);
      return destinationSets(draft, group, family, shop).map((destination): Line => ({
        rule: {
          chain: rule.direction === 'outbound' ? 'out' : 'in',
          family,
          protocol,
          ports,
          ...(source && { source: refOf(source) }),
          destination: refOf(destination),
          action: rule.action,
          comment: text,
        },
        entries: group.entries,
        sets: [...(source ? [source] : []), destination],
      }));
    }),
  );
}

/** IPv4 before IPv6, what goes out before what comes in; only the order within a chain of a family matters. */
function inPrintedOrder(lines: readonly Line[]): readonly Line[] {
  return families.flatMap((family) =>
    (['out', 'in'] as const).flatMap((chain) =>
      lines.filter(({ rule }) => rule.family === family && rule.chain === chain),
    ),
  );
}

function sharedSets(lines: readonly FilledLine[]): ReadonlyMap<string, readonly SetRef[]> {
  const shared = new Map<string, SetRef[]>();
  for (const { fill, inPlaceOf } of lines)
    for (const label of inPlaceOf) shared.set(label, [...(shared.get(label) ?? []), ...fill.sets.map(refOf)]);
  return shared;
}

function ownSets(own: OwnNetwork): readonly AddressSet[] {
  return families.flatMap((family) =>
    own[family].length > 0 ? [{ use: 'own' as const, label: '', family, prefixes: own[family] }] : [],
  );
}

/** Each set once, by purpose and name, IPv4 before IPv6. */
function once(sets: readonly AddressSet[]): readonly AddressSet[] {
  const key = ({ use, label, family }: AddressSet): string => `${use} ${label} ${family}`;
  const byKey = new Map(sets.map((set) => [key(set), set]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}

function settingsOf(options: LinuxOptions): Settings {
  const { subnets: _subnets, names: _names, ...settings } = options;
  return settings;
}

/** The rules and sets for all that was placed, and what the resolver does for them. */
export function assembleFor(dialect: Dialect) {
  return (given: readonly Placed<Match>[], context: Context<LinuxOptions>): Assembled<FilterModel, Code> => {
    const { options } = context;
    const own = ownNetworkOf(given, options);
    const { placed, revisions } = sift(given, own, options);
    const aggregate = newAggregate();
    const drafts = draftsOf(placed, options, aggregate);
    const labels = labelsFor(drafts, dialect, options.prefix);
    const wanted = wantedNames(drafts, labels);
    const filled = fillsFor(wanted, labels, (fill) => dialect.fill(fill, options.prefix).length <= dnsmasqLine.value);
    const shop: Workshop = {
      dialect,
      labels,
      aggregate,
      shared: sharedSets(filled),
      filled: new Set(filled.flatMap(({ fill }) => fill.sets.map(({ label }) => label))),
    };
    const all = drafts.flatMap((draft) => draft.groups.flatMap((group) => linesOfGroup(draft, group, shop)));
    const lines = inPrintedOrder(all);
    const filter = {
      settings: settingsOf(options),
      sets: once([...ownSets(own), ...lines.flatMap(({ sets }) => sets)]),
      rules: lines.map(({ rule }) => rule),
      answers: answersFor(wanted),
      fills: filled.map(({ fill }) => fill),
    };
    const model = { filter, carriers: lines.map(({ entries }) => entries) };
    return { model, findings: findingsOf(model, wanted, placed, context), revisions };
  };
}
