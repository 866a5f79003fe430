import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Finding } from '@azureml-firewall/renderer-kit';
import { allFeedLines, feedLines, feedsOfVdom, type Limit } from '../limits.js';
import type { Code } from '../messages.js';
import type { FortiConfig, FortiModel } from '../model.js';
import type { FortinetOptions } from '../options.js';

type Option = 'addressLimit' | 'groupLimit' | 'serviceLimit' | 'policyLimit';

function countIpv4(objects: readonly { readonly family: AddressFamily }[]): number {
  return objects.filter(({ family }) => family === 'ipv4').length;
}

/** How many objects each table gets, counted without making their commands. */
function countsOf({ addresses, groups, ...config }: FortiConfig): readonly (readonly [string, number, Option])[] {
  const [addresses4, groups4] = [countIpv4(addresses), countIpv4(groups)];
  return [
    ['firewall address', addresses4, 'addressLimit'],
    ['firewall address6', addresses.length - addresses4, 'addressLimit'],
    ['firewall addrgrp', groups4, 'groupLimit'],
    ['firewall addrgrp6', groups.length - groups4, 'groupLimit'],
    ['firewall service custom', config.services.length, 'serviceLimit'],
    ['firewall service group', config.serviceGroups.length, 'serviceLimit'],
    ['firewall policy', config.policies.length, 'policyLimit'],
  ];
}

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
  const over = countsOf(model.config).flatMap(([table, count, option]): readonly Finding<Code>[] => {
    const limit = options[option];
    return count > limit ? [{ code: 'fortinet/limit-table', data: { table, count, limit, option } }] : [];
  });
  return [...over, ...feedFindings(model, options)];
}
