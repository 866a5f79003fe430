import { portText, type Rule } from '@azureml-firewall/rule-model';
import { rectangles, stableHash, type Placed } from '@azureml-firewall/renderer-kit';
import type { AddressItem, Node, Ports, TagItem } from '../node.js';
import { areSame } from '../text.js';

/** What a block matches, apart from its services. */
export type Target =
  | { readonly by: 'category'; readonly urls: readonly string[]; readonly applications: readonly string[] }
  | { readonly by: 'address'; readonly items: readonly AddressItem[] }
  | { readonly by: 'host'; readonly hosts: readonly string[] };

/** A rule to be: any of the targets by any of the services. */
export interface Block {
  readonly target: Target;
  readonly services: readonly Ports[];
  /** Ids of the entries that it carries. */
  readonly entries: readonly string[];
  /** What tells it from the other blocks of its policy rule; empty for an only one. */
  readonly part: string;
}

/** A policy rule with the blocks that it becomes. */
export interface RuleBlocks {
  readonly rule: Rule;
  readonly blocks: readonly Block[];
}

/** One destination of a node by its service. */
interface Cell {
  readonly row: string;
  readonly node: Node;
  readonly entry: string;
}

/** What names the destinations of nodes, so that those of one name can share a rule. */
type Rows = (node: Node) => readonly string[];

/** A tag can stand for its destination and cover a name in the same rule, with addresses of different weeks. */
function rowsOfRule(): Rows {
  const tags = new Map<string, (readonly string[])[]>();
  const weekOf = ({ tag, prefixes }: TagItem): number => {
    const weeks = tags.get(tag) ?? [];
    tags.set(tag, weeks);
    const known = weeks.findIndex((week) => areSame(week, prefixes));
    return known < 0 ? weeks.push(prefixes) - 1 : known;
  };
  return (node) => {
    if (node.by === 'category') return node.urls;
    if (node.by === 'host') return [node.host];
    const { item } = node;
    return [item.kind === 'prefix' ? item.prefix : `tag ${item.tag} ${weekOf(item)}`];
  };
}

const serviceKey = ({ protocol, ports }: Ports): string => `${protocol}/${ports.map(portText).join(',')}`;

/** Nodes that can share a rule. */
function kindKey(node: Node): string {
  return node.by === 'category' && !node.applications.includes('any') ? 'category-strict' : node.by;
}

function targetOf(cells: readonly Cell[]): Target {
  const [first] = cells;
  if (first?.node.by === 'category')
    return { by: 'category', urls: [...new Set(cells.map(({ row }) => row))], applications: first.node.applications };
  if (first?.node.by === 'host') return { by: 'host', hosts: [...new Set(cells.map(({ row }) => row))] };
  const items = new Map(cells.flatMap(({ row, node }) => (node.by === 'address' ? [[row, node.item] as const] : [])));
  return { by: 'address', items: [...items.values()] };
}

function blocksOfKind(cells: readonly Cell[]): readonly Omit<Block, 'part'>[] {
  const pairs = cells.map((cell) => [cell.row, cell.node.on] as const);
  return rectangles(pairs, { row: (row) => row, column: serviceKey }).map(({ rows, columns }) => {
    const wanted = new Set(rows);
    const keys = new Set(columns.map(serviceKey));
    const mine = cells.filter(({ row, node }) => wanted.has(row) && keys.has(serviceKey(node.on)));
    return { target: targetOf(mine), services: columns, entries: [...new Set(mine.map(({ entry }) => entry))] };
  });
}

const words = { category: 'web', address: 'net', host: 'host' } as const;

function contentOf({ target, services }: Omit<Block, 'part'>): string {
  // Which tags, not which prefixes: next week's addresses rename no rule.
  const what =
    target.by === 'category'
      ? [...target.urls, ...target.applications]
      : target.by === 'host'
        ? target.hosts
        : target.items.map((item) => (item.kind === 'prefix' ? item.prefix : item.tag));
  return [...what, ...services.map(serviceKey)].join(' ');
}

/** The name of a part follows from the policy rule alone, so that no other rule's coming or going renames it. */
function withParts(blocks: readonly Omit<Block, 'part'>[]): readonly Block[] {
  return blocks.map((block) => {
    const word = words[block.target.by];
    const alike = blocks.filter(({ target }) => target.by === block.target.by);
    const part = blocks.length === 1 ? '' : alike.length === 1 ? word : `${word}-${stableHash(contentOf(block))}`;
    return { ...block, part };
  });
}

/** Placed entries by their policy rule, in the policy's order, and each in as few blocks as say the same. */
export function blocksOf(placed: readonly Placed<Node>[]): readonly RuleBlocks[] {
  const byRule = new Map<Rule, { readonly rowsOf: Rows; readonly kinds: Map<string, Cell[]> }>();
  for (const { entry, nodes } of placed) {
    const made = byRule.get(entry.rule) ?? { rowsOf: rowsOfRule(), kinds: new Map<string, Cell[]>() };
    byRule.set(entry.rule, made);
    for (const node of nodes) {
      const cells = made.kinds.get(kindKey(node)) ?? [];
      made.kinds.set(kindKey(node), cells);
      for (const row of made.rowsOf(node)) cells.push({ row, node, entry: entry.id });
    }
  }
  return [...byRule].map(([rule, { kinds }]) => ({
    rule,
    blocks: withParts([...kinds.values()].flatMap(blocksOfKind)),
  }));
}
