import { familyOf, serviceText, type AddressFamily, type Rule } from '@azureml-firewall/rule-model';
import type { Placed } from '@azureml-firewall/renderer-kit';
import type { Match, Target } from './model.js';
import { familiesFrom, sourcesOf, type Sources } from './sources.js';

/** What goes to some targets by one service in one family: the pairs of a rule that can stand in one entry. */
export interface Draft {
  readonly rule: Rule;
  readonly family: AddressFamily;
  readonly sources: Sources;
  readonly match: Match;
  readonly targets: readonly Target[];
  readonly entries: readonly string[];
}

/** The part of a target in a family; undefined where it has none. */
function inFamily(target: Target, family: AddressFamily): Target | undefined {
  if (target.kind === 'host') return target;
  const prefixes = target.prefixes.filter((prefix) => familyOf(prefix) === family);
  return prefixes.length === 0 ? undefined : { ...target, prefixes };
}

interface Carried {
  readonly match: Match;
  readonly entry: string;
}

function byService(carried: readonly Carried[]): readonly (readonly Carried[])[] {
  const groups = new Map<string, Carried[]>();
  for (const one of carried) {
    const key = serviceText(one.match);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function draftsOfRule(rule: Rule, carried: readonly Carried[]): readonly Draft[] {
  const sources = sourcesOf(rule);
  return byService(carried).flatMap((list) =>
    familiesFrom(sources).flatMap((family): readonly Draft[] => {
      const [first] = list;
      const here = list.flatMap(({ match, entry }) => {
        const target = inFamily(match.target, family);
        return target ? [{ target, entry }] : [];
      });
      if (!first || here.length === 0) return [];
      const entries = [...new Set(here.map(({ entry }) => entry))];
      return [{ rule, family, sources, match: first.match, targets: here.map(({ target }) => target), entries }];
    }),
  );
}

/** The entries of the access lists to be, in the order of match. */
export function draftsOf(placed: readonly Placed<Match>[]): readonly Draft[] {
  const byRule = new Map<Rule, Carried[]>();
  for (const { entry, nodes } of placed) {
    const carried = nodes.map((match) => ({ match, entry: entry.id }));
    byRule.set(entry.rule, [...(byRule.get(entry.rule) ?? []), ...carried]);
  }
  return [...byRule].flatMap(([rule, carried]) => draftsOfRule(rule, carried));
}
