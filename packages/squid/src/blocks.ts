import { mergePorts, portText, type PortRange, type Rule } from '@azureml-firewall/rule-model';
import { rectangles, type NonEmpty, type Placed } from '@azureml-firewall/renderer-kit';
import type { Match, Target } from './model.js';
import { targetKey } from './target-key.js';

/** Targets of one kind by the same ports: what one line of a table says. */
export interface Block<T extends Target = Target> {
  readonly kind: T['kind'];
  readonly rule: Rule;
  readonly targets: NonEmpty<T>;
  readonly ports: readonly PortRange[];
  /** Whether the rule has other ports for targets of this kind, so that names have to say which. */
  readonly isOneOfSeveral: boolean;
  /** Ids of the entries that it carries. */
  readonly entries: readonly string[];
}

/** A block of targets of any one kind. */
export type AnyBlock = { readonly [K in Target['kind']]: Block<Extract<Target, { readonly kind: K }>> }[Target['kind']];

/** The value of a target in the list of its kind. */
export function valueOf(target: Target): string | undefined {
  switch (target.kind) {
    case 'host':
      return target.host;
    case 'below':
      return `.${target.parent}`;
    case 'ending':
      return `${target.suffix.replaceAll('.', '\\.')}$`;
    case 'prefix':
      return target.prefix;
    case 'tag':
    case 'path':
      return undefined;
  }
}

function portsKey(ports: readonly PortRange[]): string {
  return ports.map(portText).join();
}

/** Tags have lists of their own, which other rules use too, and paths belong to one host each. */
function groupOf(target: Target): string {
  return target.kind === 'tag' || target.kind === 'path' ? targetKey(target) : target.kind;
}

function blocksOfGroup(rule: Rule, placed: readonly Placed<Match>[], group: string): readonly Block[] {
  const matches = placed.flatMap(({ nodes }) => nodes).filter(({ target }) => groupOf(target) === group);
  const blocks = rectangles<Target, readonly PortRange[]>(
    matches.map(({ target, ports }) => [target, ports] as const),
    { row: targetKey, column: portsKey },
  );
  return blocks.flatMap(({ rows, columns }): readonly Block[] => {
    const [first, ...rest] = rows;
    if (!first) return [];
    const keys = new Set(rows.map(targetKey));
    const isHere = ({ target, ports }: Match): boolean =>
      keys.has(targetKey(target)) && columns.some((one) => portsKey(one) === portsKey(ports));
    const entries = placed.filter(({ nodes }) => nodes.some(isHere)).map(({ entry }) => entry.id);
    return [
      {
        kind: first.kind,
        rule,
        targets: [first, ...rest],
        ports: mergePorts(columns.flat()),
        isOneOfSeveral: blocks.length > 1,
        entries,
      },
    ];
  });
}

function blocksOfRule(rule: Rule, placed: readonly Placed<Match>[]): readonly Block[] {
  const groups = new Set(placed.flatMap(({ nodes }) => nodes.map(({ target }) => groupOf(target))));
  return [...groups].flatMap((group) => blocksOfGroup(rule, placed, group));
}

/** The blocks of all that was placed, in the order of match. */
export function blocksOf(placed: readonly Placed<Match>[]): readonly AnyBlock[] {
  const byRule = new Map<Rule, Placed<Match>[]>();
  for (const one of placed) {
    const list = byRule.get(one.entry.rule) ?? [];
    list.push(one);
    byRule.set(one.entry.rule, list);
  }
  // The targets of a block are of one kind, since blocks are made kind by kind.
  return [...byRule].flatMap(([rule, list]) => blocksOfRule(rule, list)) as readonly Block[] as readonly AnyBlock[];
}
