import type { Finding } from '@azureml-firewall/renderer-kit';
import { allFeedLines, feedLines, feedsOfVdom, type Limit } from '../limits.js';
import type { Code } from '../messages.js';
import type { FortiModel } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { editsOf } from '../print/tables.js';

type Option = 'addressLimit' | 'groupLimit' | 'serviceLimit' | 'policyLimit';

const tables: readonly (readonly [path: string, option: Option])[] = [
  ['firewall address', 'addressLimit'],
  ['firewall address6', 'addressLimit'],
  ['firewall addrgrp', 'groupLimit'],
  ['firewall addrgrp6', 'groupLimit'],
  ['firewall service custom', 'serviceLimit'],
  ['firewall service group', 'serviceLimit'],
  ['firewall policy', 'policyLimit'],
];

function feedFinding(feeds: readonly string[], count: number, { value, page, date }: Limit): readonly Finding<Code>[] {
  return count > value ? [{ code: 'fortinet/feed-over-limit', data: { feeds, count, limit: value, page, date } }] : [];
}

function feedFindings({ config, feeds }: FortiModel, { version }: FortinetOptions): readonly Finding<Code>[] {
  const followed = new Set(config.externalResources.map(({ name }) => name));
  const lists = feeds.filter(({ name }) => followed.has(name));
  const names = lists.map(({ name }) => name);
  const all = lists.reduce((sum, { prefixes }) => sum + prefixes.length, 0);
  return [
    ...feedFinding(names, names.length, feedsOfVdom),
    ...(version === '7.2'
      ? lists.flatMap(({ name, prefixes }) => feedFinding([name], prefixes.length, feedLines))
      : feedFinding(names, all, allFeedLines)),
  ];
}

/** What is said when a table or a feed gets more than it holds. */
export function limitFindings(model: FortiModel, options: FortinetOptions): readonly Finding<Code>[] {
  const counts = new Map(editsOf(model.config).map(({ path, edits }) => [path, edits.length]));
  const over = tables.flatMap(([table, option]): readonly Finding<Code>[] => {
    const [count, limit] = [counts.get(table) ?? 0, options[option]];
    return count > limit ? [{ code: 'fortinet/limit-table', data: { table, count, limit, option } }] : [];
  });
  return [...over, ...feedFindings(model, options)];
}
