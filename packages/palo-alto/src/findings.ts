import { familyOf, type Policy, type Rule } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import { droppedSources, itemsOf } from './addresses.js';
import { everythingIn } from './assemble/objects.js';
import { fqdnObjectCount, listCount, listEntries, type Limit } from './limits.js';
import type { Code } from './messages.js';
import type { PanosModel } from './model.js';
import type { AddressItem, Node, TagItem } from './node.js';
import type { PaloAltoOptions } from './options.js';
import { compareTexts } from './text.js';

type Findings = readonly Finding<Code>[];

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted(compareTexts);
}

function routesNotIncluded({ routes }: Policy): Findings {
  if (routes.length === 0) return [];
  return [
    {
      code: 'palo-alto/routes-not-included',
      data: { routes: routes.map(({ id }) => id), tags: sorted(routes.map(({ tag }) => tag)) },
    },
  ];
}

/** Said once for a rule, since an entry that has another finding does not show this one. */
function sourcesDropped(rules: readonly Rule[], options: PaloAltoOptions): Findings {
  return rules.flatMap((rule): Findings => {
    const sources = droppedSources(rule, rule.destinations, options);
    return sources.length === 0 ? [] : [{ code: 'palo-alto/sources-dropped', data: { rule: rule.id, sources } }];
  });
}

function inboundNeedsPath(rules: readonly Rule[]): Findings {
  const inbound = rules.filter(({ direction }) => direction === 'inbound').map(({ id }) => id);
  return inbound.length === 0 ? [] : [{ code: 'palo-alto/inbound-needs-path', data: { rules: inbound } }];
}

function feedsRefused(items: readonly AddressItem[]): Findings {
  const tags = new Map(items.flatMap((item): [string, TagItem][] => (item.kind === 'tag' ? [[item.tag, item]] : [])));
  return [...tags.values()].flatMap((item): Findings => {
    const prefix = everythingIn(item);
    return prefix === undefined ? [] : [{ code: 'palo-alto/feed-refused', data: { tag: item.tag, prefix } }];
  });
}

/** What is printed, or fetched by a rule that is. */
function ipv6Firewalling({ config, feeds }: PanosModel): Findings {
  const lists = new Set(config.lists.map(({ name }) => name));
  const found = new Set<string>();
  const add = (prefix: string): void => {
    if (familyOf(prefix) === 'ipv6') found.add(prefix);
  };
  for (const { kind, value } of config.addresses) if (kind === 'ip-netmask') add(value);
  for (const { name, prefixes } of feeds) if (lists.has(name)) prefixes.forEach(add);
  return found.size === 0 ? [] : [{ code: 'palo-alto/ipv6-firewalling', data: { count: found.size } }];
}

function passed(code: Code, count: number, { value, page, date }: Limit): Findings {
  return count > value ? [{ code, data: { count, limit: value, page, date } }] : [];
}

function limits({ config, feeds }: PanosModel, { groupMembers }: PaloAltoOptions): Findings {
  const hosts = config.addresses.filter(({ kind }) => kind === 'fqdn').length;
  const listed = new Set(config.lists.map(({ name }) => name));
  const lines = feeds.reduce((sum, { name, prefixes }) => sum + (listed.has(name) ? prefixes.length : 0), 0);
  return [
    ...passed('palo-alto/limit-fqdn-objects', hosts, fqdnObjectCount),
    ...passed('palo-alto/limit-lists', config.lists.length, listCount),
    ...passed('palo-alto/limit-list-entries', lines, listEntries),
    ...config.groups
      .filter(({ members }) => members.length > groupMembers)
      .map(({ name, members }): Finding<Code> => ({
        code: 'palo-alto/limit-group-members',
        data: { group: name, count: members.length, limit: groupMembers },
      })),
  ];
}

function listsMustBeHosted({ config: { lists } }: PanosModel, { listBaseUrl }: PaloAltoOptions): Findings {
  if (lists.length === 0) return [];
  return [
    { code: 'palo-alto/lists-must-be-hosted', data: { lists: lists.map(({ name }) => name), base: listBaseUrl } },
  ];
}

/** An https list without a profile can't be saved (PAN-OS 8.0, Authentication for External Dynamic Lists). */
function listsNotAuthenticated({ config: { lists } }: PanosModel, options: PaloAltoOptions): Findings {
  if (lists.length === 0 || options.certificateProfile !== '') return [];
  return [{ code: 'palo-alto/lists-not-authenticated', data: { base: options.listBaseUrl } }];
}

/** What a reader should know of the policy as a whole. */
export function findingsOf(
  model: PanosModel,
  placed: readonly Placed<Node>[],
  { policy, options }: Context<PaloAltoOptions>,
): Findings {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  const items = itemsOf(placed, options);
  return [
    ...routesNotIncluded(policy),
    ...inboundNeedsPath(rules),
    ...sourcesDropped(rules, options),
    ...listsMustBeHosted(model, options),
    ...listsNotAuthenticated(model, options),
    ...feedsRefused(items),
    ...ipv6Firewalling(model),
    ...limits(model, options),
  ];
}
