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

/** One match of an entry, with what it has in common with those that can share its policy. */
interface Cell {
  readonly match: Match;
  readonly entry: string;
  readonly target: string;
  readonly row: string;
  readonly column: string;
}

function cellsOf(placed: readonly Placed<Match>[]): readonly Cell[] {
  const keyOf = keyMaker();
  return placed.flatMap(({ entry, nodes }) =>
    nodes.map((match) => {
      const target = keyOf(match.target);
      return { match, entry: entry.id, target, row: match.url ?? target, column: serviceText(match) };
    }),
  );
}

/** Several destinations by several services in one policy would open all pairs: only pairs that were asked stand together. */
function blocksOf(cells: readonly Cell[]): readonly Unnamed[] {
  const blocks = rectangles(
    cells.map((cell) => [cell, cell] as const),
    { row: ({ row }) => row, column: ({ column }) => column },
  );
  return blocks.map(({ rows, columns }) => {
    const [keys, services] = [new Set(rows.map(({ row }) => row)), new Set(columns.map(({ column }) => column))];
    const here = cells.filter(({ row, column }) => keys.has(row) && services.has(column));
    return {
      targets: [...new Map(rows.map(({ target, match }) => [target, match.target])).values()],
      services: columns.map(({ match }) => match),
      urls: rows.flatMap(({ match }) => match.url ?? []),
      entries: [...new Set(here.map(({ entry }) => entry))],
    };
  });
}

function draftsOfRule(rule: Rule, placed: readonly Placed<Match>[], prefix: string): readonly Draft[] {
  const cells = cellsOf(placed);
  const blocks = [false, true].flatMap((filtered) =>
    blocksOf(cells.filter(({ match }) => (match.url !== undefined) === filtered)),
  );
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
