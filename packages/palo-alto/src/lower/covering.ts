import { destinationText, serviceText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { inexact, omitted, type Context, type Lowered, type NonEmpty } from '@azureml-firewall/renderer-kit';
import { hasIpv6, tagItem, usable } from '../addresses.js';
import type { Code } from '../messages.js';
import type { AddressNode, Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

/** The addresses of the tags that cover a rule. */
function itemsOf({ rule }: Entry, options: PaloAltoOptions): readonly AddressNode['item'][] {
  return (rule.covering ?? []).flatMap((tag) => tagItem(tag, options) ?? []);
}

/** Whether addresses can stand in for the names of a rule. */
export function isCovered(entry: Entry, { options }: Context<PaloAltoOptions>): boolean {
  return itemsOf(entry, options).length > 0;
}

/** The addresses of the tags that cover a name, on some ports of the entry; without addresses, the way to get them. */
export function lowerToAddresses(
  entry: Entry,
  ports: readonly PortRange[],
  { options }: Context<PaloAltoOptions>,
): Lowered<Node, Code> {
  const { protocol } = entry.service;
  const { coveredBy = [], covering = [] } = entry.rule;
  const data = { destination: destinationText(entry.destination), service: serviceText({ protocol, ports }) };
  const items = itemsOf(entry, options);
  const [first, ...others] = items.map((item): AddressNode => ({ by: 'address', item, on: { protocol, ports } }));
  const named = [...new Set([...coveredBy, ...covering.map(({ tag }) => tag)])];
  if (!first)
    return named.length === 0
      ? omitted('palo-alto/wildcard-needs-tag', data)
      : omitted('palo-alto/wildcard-needs-addresses', { ...data, tags: named });
  const nodes: NonEmpty<Node> = [first, ...others];
  const reached = (prefixes: readonly string[]): readonly string[] => usable(prefixes, { ipv6: hasIpv6(entry.rule) });
  const whole =
    items.length === named.length &&
    covering.every(({ tag, resolved }) => isWhole(reached(resolved?.prefixes ?? []), items, tag));
  const tags = covering.map(({ tag }) => tag);
  return inexact(whole ? 'widened' : 'approximated', nodes, 'palo-alto/covered-by-addresses', { ...data, tags });
}

/** Whether the addresses of a tag hold all that the sources of the rule can get to. */
function isWhole(reached: readonly string[], items: readonly AddressNode['item'][], tag: string): boolean {
  return items.some((item) => item.kind === 'tag' && item.tag === tag && item.prefixes.length >= reached.length);
}
