import type { PortRange, Rule } from '@azureml-firewall/rule-model';
import type { AnyBlock } from './blocks.js';
import type { BlockConditions } from './block-conditions.js';
import type { AccessAction, Decision, TlsAction } from './model.js';

/** A line with the rule that it comes from, before it is known where it stands. */
export interface Line<Action extends string> extends Omit<Decision<Action>, 'reason'> {
  readonly rule: Rule;
  /** Ids of the entries that it carries. */
  readonly entries: readonly string[];
}

/** What a line of TLS asks for: the name in the hello, or the address, which needs no look at it. */
export interface TlsLine extends Line<TlsAction> {
  readonly by: 'name' | 'address';
  readonly ports: readonly PortRange[];
  /** Its conditions where it stands before that look, if they are others there. */
  readonly early?: readonly string[];
}

/** Who, and on which ports: what every line of a block begins with. */
export type Scope = readonly string[];

/** What is looked up in DNS comes after what is not, and what is excluded after all else. */
function ordered(scope: Scope, conditions: readonly string[]): readonly string[] {
  const isExcluded = (name: string): boolean => name.startsWith('!');
  return [...scope, ...conditions.filter((name) => !isExcluded(name)), ...conditions.filter(isExcluded)];
}

/** A path: the host alone where it can't be read yet, and never what a server would take for another path. */
function pathLines(
  block: AnyBlock,
  found: string,
  { request, tls }: BlockConditions,
  scope: Scope,
): Line<AccessAction>[] {
  const { rule, entries } = block;
  const line = (...more: readonly string[]): Line<AccessAction> => ({
    rule,
    entries,
    action: rule.action,
    conditions: ordered(scope, [...request, ...more]),
  });
  if (rule.action === 'deny') return [line(found, '!connect'), line('dot_segment', '!connect')];
  return [...(tls.length > 0 ? [line('connect')] : []), line(found, '!connect', '!dot_segment')];
}

/** The lines of a block in the table of requests. */
export function accessLines(block: AnyBlock, conditions: BlockConditions, scope: Scope): readonly Line<AccessAction>[] {
  const { rule, entries } = block;
  if (conditions.path !== undefined) return pathLines(block, conditions.path, conditions, scope);
  return [{ rule, entries, action: rule.action, conditions: ordered(scope, conditions.request) }];
}

const byAction = { allow: 'splice', deny: 'terminate' } as const;

/** The line of a block in the table of TLS. What is opened is marked, by a condition that always holds and so comes last. */
export function tlsLines(
  { kind, rule, ports, entries }: AnyBlock,
  { tls, early }: BlockConditions,
  scope: Scope,
): readonly TlsLine[] {
  if (tls.length === 0) return [];
  const action = kind === 'path' ? 'bump' : byAction[rule.action];
  const by = kind === 'prefix' || kind === 'tag' ? 'address' : 'name';
  const conditions = [...ordered(scope, tls), ...(action === 'bump' ? ['opens'] : [])];
  return [{ rule, entries, action, by, ports, conditions, ...(early && { early: ordered(scope, early) }) }];
}

/** Lines as they are printed: the reason of a rule stands above its first line in a row. */
export function withReasons<L extends Line<string>>(
  lines: readonly L[],
  reasonOf: (line: L) => string,
): readonly Decision<L['action']>[] {
  return lines.map((line, i) => ({
    reason: lines[i - 1]?.rule === line.rule ? '' : reasonOf(line),
    action: line.action,
    conditions: line.conditions,
  }));
}
