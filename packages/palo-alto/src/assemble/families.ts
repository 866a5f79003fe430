import { familyOf, type AddressFamily, type Rule } from '@azureml-firewall/rule-model';
import type { Placed } from '@azureml-firewall/renderer-kit';
import { itemsOf, sourcesOf } from '../addresses.js';
import type { AddressItem, Node, TagItem } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

type Families = ReadonlySet<AddressFamily>;

const both: Families = new Set(['ipv4', 'ipv6']);

function familiesOf(items: readonly AddressItem[]): Families {
  return new Set(
    [...both].filter((family) =>
      items.some((item) =>
        (item.kind === 'tag' ? item.prefixes : [item.prefix]).some((one) => familyOf(one) === family),
      ),
    ),
  );
}

/** The families in which traffic of a rule can be: both ends of a packet are of one. All where the ends have none in common. */
function familiesOfRule(rule: Rule, nodes: readonly Node[], options: PaloAltoOptions): Families {
  const { items } = sourcesOf(rule, options);
  const from = items === 'any' ? both : familiesOf(items);
  const addresses = nodes.flatMap((node) => (node.by === 'address' ? node.item : []));
  // A name can have addresses of either.
  const to = addresses.length < nodes.length ? both : familiesOf(addresses);
  const common = [...from].filter((family) => to.has(family));
  return common.length === 0 ? both : new Set(common);
}

const keyOf = ({ tag, document }: TagItem): string => `${tag} ${document}`;

/**
 * Takes from tags the prefixes of a family that no rule which names them can have traffic in: a network without IPv6 gets
 * no objects for it, and loses nothing.
 */
export function trimmer(placed: readonly Placed<Node>[], options: PaloAltoOptions): (item: TagItem) => TagItem {
  const byRule = new Map<Rule, Placed<Node>[]>();
  for (const one of placed) {
    const list = byRule.get(one.entry.rule) ?? [];
    byRule.set(one.entry.rule, list);
    list.push(one);
  }
  const needed = new Map<string, Set<AddressFamily>>();
  for (const [rule, mine] of byRule) {
    const families = familiesOfRule(
      rule,
      mine.flatMap(({ nodes }) => nodes),
      options,
    );
    for (const item of itemsOf(mine, options))
      if (item.kind === 'tag') needed.set(keyOf(item), new Set([...(needed.get(keyOf(item)) ?? []), ...families]));
  }
  return (item) => {
    const families = needed.get(keyOf(item)) ?? both;
    if (families.size === both.size) return item;
    const prefixes = item.prefixes.filter((prefix) => families.has(familyOf(prefix)));
    // A group without members can't be; that none of them has traffic is no reason to lose the rule.
    return prefixes.length === 0 ? item : { ...item, prefixes };
  };
}
