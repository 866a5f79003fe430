import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Draft, Group } from './drafts.js';
import type { Labels } from './labels.js';
import type { Answer, Fill, SetRef } from './model.js';

type Filled = SetRef & { readonly families: readonly AddressFamily[] };

/** The sets that want the addresses of a domain itself, and those of all names below it. */
export interface Wanted {
  readonly domain: string;
  readonly self: readonly Filled[];
  readonly below: readonly Filled[];
  /** The sets of wildcards further up, which want both. */
  readonly above: readonly Filled[];
}

interface Wants {
  readonly self: Filled[];
  readonly below: Filled[];
}

function domainsAbove(name: string): readonly string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_, i) => labels.slice(i + 1).join('.'));
}

function collect(drafts: readonly Draft[], labels: Labels): ReadonlyMap<string, Wants> {
  const wants = new Map<string, Wants>();
  const of = (domain: string): Wants => {
    const found = wants.get(domain) ?? { self: [], below: [] };
    wants.set(domain, found);
    return found;
  };
  const add = (set: Filled, { targets }: Group): void => {
    for (const target of targets) {
      if (target.kind === 'host') of(target.host).self.push(set);
      if (target.kind === 'below') of(target.parent).below.push(set);
    }
  };
  for (const { rule, groups } of drafts)
    for (const group of groups) add({ ...labels.ofRule('dns', rule.id), families: group.families }, group);
  return wants;
}

/** Every domain that some rule names, in the order of the alphabet. */
export function wantedNames(drafts: readonly Draft[], labels: Labels): readonly Wanted[] {
  const wants = collect(drafts, labels);
  return [...wants]
    .map(([domain, { self, below }]) => ({
      domain,
      self,
      below,
      above: domainsAbove(domain).flatMap((parent) => wants.get(parent)?.below ?? []),
    }))
    .toSorted((a, b) => (a.domain < b.domain ? -1 : 1));
}

/**
 * What the resolver asks for. A name that is only there as `*.x`, or only as `x`, must not resolve as the other: its
 * addresses would go into the same sets. Names under a wildcard further up resolve anyway.
 */
export function answersFor(wanted: readonly Wanted[]): readonly Answer[] {
  return wanted.flatMap(({ domain, self, below, above }): readonly Answer[] => {
    if (above.length > 0) return [];
    const all: Answer = { domain, names: 'all', asks: self.length > 0 };
    if (self.length > 0 && below.length > 0) return [all];
    return [all, { domain, names: 'below', asks: below.length > 0 }];
  });
}

/** Each set once, with all families that it is wanted for. */
function union(sets: readonly Filled[]): readonly Filled[] {
  const byLabel = new Map<string, Filled>();
  for (const set of sets) {
    const families = [...(byLabel.get(set.label)?.families ?? []), ...set.families];
    byLabel.set(set.label, { ...set, families: [...new Set(families)].toSorted() });
  }
  return [...byLabel.values()];
}

/** The sets that one line of the resolver fills, with those that it stands for where it had no room for all. */
export interface FilledLine {
  readonly fill: Fill;
  /** Labels of the sets whose rules match the one of the line as well; empty where they stand in it themselves. */
  readonly inPlaceOf: readonly string[];
}

/** The most specific line decides alone, so that each names the sets of the wildcards above it again. */
export function fillsFor(
  wanted: readonly Wanted[],
  labels: Labels,
  fits: (fill: Fill) => boolean,
): readonly FilledLine[] {
  return wanted.map(({ domain, self, below, above }) => {
    const sets = union([...self, ...below, ...above]);
    const fill = { domain, sets };
    if (fits(fill)) return { fill, inPlaceOf: [] };
    const families = [...new Set(sets.flatMap((set) => set.families))].toSorted();
    return {
      fill: { domain, sets: [{ ...labels.ofDomain(domain), families }] },
      inPlaceOf: sets.map(({ label }) => label),
    };
  });
}
