import { portText, serviceText, type Rule } from '@azureml-firewall/rule-model';
import { rectangles, type Placed } from '@azureml-firewall/renderer-kit';
import { keyMaker } from './addresses.js';
import type { Match, Target } from './model.js';
import { policyNameOf } from './names.js';

/** What a service of a policy is made of. */
export type Ports = Pick<Match, 'protocol' | 'ports'>;

/** A policy before its objects have names: each of the targets by each of the services. */
export interface Draft {
  readonly rule: Rule;
  readonly name: string;
  readonly targets: readonly Target[];
  readonly services: readonly Ports[];
  /** What the web filter allows; empty where there is none. */
  readonly urls: readonly string[];
  /** Ids of the policy's entries that it carries. */
  readonly entries: readonly string[];
}

type Unnamed = Omit<Draft, 'name' | 'rule'>;

function wordOf({ services, urls }: Unnamed): string {
  const words = services.map(
    ({ protocol, ports }) => `${protocol}-${ports.map((range) => portText(range).replace('*', 'all')).join('_')}`,
  );
  return `${words.join('.')}${urls.length > 0 ? '-url' : ''}`;
}

/** Several destinations by several services in one policy would open all pairs: only pairs that were asked stand together. */
function blocksOf(placed: readonly Placed<Match>[], filtered: boolean): readonly Unnamed[] {
  const keyOf = keyMaker();
  const rowKey = ({ target, url }: Match): string => url ?? keyOf(target);
  const matches = placed.flatMap(({ nodes }) => nodes).filter(({ url }) => (url !== undefined) === filtered);
  const blocks = rectangles<Match, Ports>(
    matches.map((match) => [match, match] as const),
    { row: rowKey, column: serviceText },
  );
  return blocks.map(({ rows, columns }) => {
    const keys = new Set(rows.map(rowKey));
    const services = new Set(columns.map(serviceText));
    const isHere = (match: Match): boolean =>
      (match.url !== undefined) === filtered && keys.has(rowKey(match)) && services.has(serviceText(match));
    return {
      targets: [...new Map(rows.map(({ target }) => [keyOf(target), target])).values()],
      services: columns,
      urls: rows.flatMap(({ url }) => url ?? []),
      entries: placed.filter(({ nodes }) => nodes.some(isHere)).map(({ entry }) => entry.id),
    };
  });
}

function draftsOfRule(rule: Rule, placed: readonly Placed<Match>[], prefix: string): readonly Draft[] {
  const blocks = [...blocksOf(placed, false), ...blocksOf(placed, true)];
  return blocks.map((block) => ({
    ...block,
    rule,
    name: policyNameOf(rule.id, blocks.length === 1 ? '' : wordOf(block), prefix),
  }));
}

/**
 * Web filters block what they don't allow, so that they come last among policies of one action that follow each other;
 * between those, order decides nothing else.
 */
function filtersLast(drafts: readonly Draft[]): readonly Draft[] {
  const runs: Draft[][] = [];
  for (const draft of drafts) {
    const run = runs.at(-1);
    if (run?.[0]?.rule.action === draft.rule.action) run.push(draft);
    else runs.push([draft]);
  }
  const isFiltered = ({ urls }: Draft): boolean => urls.length > 0;
  return runs.flatMap((run) => [...run.filter((draft) => !isFiltered(draft)), ...run.filter(isFiltered)]);
}

/** The policies that all placed entries become, in the order of match. */
export function draftsOf(placed: readonly Placed<Match>[], prefix: string): readonly Draft[] {
  const byRule = new Map<Rule, Placed<Match>[]>();
  for (const one of placed) {
    const list = byRule.get(one.entry.rule) ?? [];
    list.push(one);
    byRule.set(one.entry.rule, list);
  }
  return filtersLast([...byRule].flatMap(([rule, list]) => draftsOfRule(rule, list, prefix)));
}
