import { portText, type PortRange, type Rule } from '@azureml-firewall/rule-model';
import { describe, rectangles, stableHash } from '@azureml-firewall/renderer-kit';
import { limitOf, type LimitOverrides } from '../limits.js';
import { chooseNames } from '../names.js';
import type { SecurityEnd, SecurityMatch, SecurityProtocol, SecurityRule } from './model.js';

/** What an entry asks of the network security group. */
export interface Asked {
  readonly rule: Rule;
  /** Id of the entry if it stands nowhere else; the rules of the firewall's own entries carry none. */
  readonly entry?: string;
  readonly matches: readonly SecurityMatch[];
}

/** A rule of the group before it has a place among the others. */
export type Unplaced = Omit<SecurityRule, 'priority'>;

type Content = Pick<Unplaced, 'source' | 'destination' | 'protocol' | 'ports'>;

const endKey = ({ kind, texts }: SecurityEnd): string => `${kind} ${texts.join(' ')}`;

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? [];
    group.push(item);
    groups.set(key(item), group);
  }
  return [...groups.values()];
}

/** Single destinations as ends that a rule can have: one tag, or prefixes of one family. */
function joined(singles: readonly SecurityEnd[]): readonly SecurityEnd[] {
  return groupBy(singles, (single) => (single.kind === 'service-tag' ? endKey(single) : single.kind)).map((alike) => ({
    kind: alike[0]?.kind ?? 'any',
    texts: [...new Set(alike.flatMap(({ texts }) => texts))],
  }));
}

function contentsOf(matches: readonly SecurityMatch[]): readonly Content[] {
  const alike = groupBy(matches, ({ source, protocol }) => `${protocol} ${endKey(source)}`);
  return alike.flatMap((group) => {
    const source = group[0]?.source;
    const protocol: SecurityProtocol = group[0]?.protocol ?? '*';
    const blocks = rectangles<SecurityEnd, PortRange>(
      group.map(({ destination, ports }) => [destination, ports] as const),
      { row: endKey, column: portText },
    );
    if (!source) return [];
    return blocks.flatMap(({ rows, columns }) =>
      joined(rows).map((destination): Content => ({ source, destination, protocol, ports: columns })),
    );
  });
}

function carries(content: Content, match: SecurityMatch): boolean {
  const ranges = content.ports.map(portText);
  return (
    content.protocol === match.protocol &&
    endKey(content.source) === endKey(match.source) &&
    content.destination.kind === match.destination.kind &&
    match.destination.texts.every((text) => content.destination.texts.includes(text)) &&
    ranges.includes(portText(match.ports))
  );
}

/** What an end is called in a name. */
function wordOf({ kind, texts }: SecurityEnd): string {
  return kind === 'service-tag' ? texts.join('-') : kind;
}

/** Names for a rule among its likes, the shortest first. */
function wordsOf({ source, destination, protocol, ports }: Content): readonly string[] {
  const both = `${wordOf(source)}-${wordOf(destination)}`;
  const content = [endKey(source), endKey(destination), protocol, ...ports.map(portText)].join(' ');
  const word = protocol === '*' ? 'any' : protocol.toLowerCase();
  return [wordOf(source), wordOf(destination), word, both, `${both}-${word}`, `${both}-${stableHash(content)}`];
}

/** The rules of the group that one policy rule becomes; none has an empty list. */
export function securityRulesOf(rule: Rule, asked: readonly Asked[], limits: LimitOverrides): readonly Unplaced[] {
  const contents = contentsOf(asked.flatMap(({ matches }) => matches));
  const names = chooseNames(rule.id, contents.map(wordsOf), limitOf('nameLength', limits));
  return contents.map((content, i) => ({
    name: names[i] ?? rule.id,
    description: describe(rule, limitOf('securityDescriptionLength', limits)),
    direction: rule.direction,
    access: rule.action === 'allow' ? 'Allow' : 'Deny',
    ...content,
    entries: asked.flatMap(({ entry, matches }) =>
      entry !== undefined && matches.some((match) => carries(content, match)) ? [entry] : [],
    ),
  }));
}
