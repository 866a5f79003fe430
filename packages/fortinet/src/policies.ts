import type { AddressFamily, Rule } from '@azureml-firewall/rule-model';
import { commentsOf } from './comment.js';
import { isFed } from './addresses.js';
import type { Draft } from './drafts.js';
import type { AddressGroup, AddressPair, FirewallPolicy, ServiceGroup } from './model.js';
import { sidesOf, type ObjectTable } from './object-table.js';
import type { FortinetOptions } from './options.js';
import { partsOf } from './parts.js';
import { serviceObjects } from './services.js';
import { sourcesOf } from './sources.js';

/** A policy with the groups that only it needs, since its lists are too long. */
export interface PolicyObjects {
  readonly policy: FirewallPolicy;
  readonly groups: readonly AddressGroup[];
  readonly serviceGroups: readonly ServiceGroup[];
}

/** A list of names: as it is, or as one group. */
interface Listed<Group> {
  readonly names: readonly string[];
  readonly groups: readonly Group[];
}

/** `beside` is the number of names that stand in the list as well, and in no group. */
function listed(names: readonly string[], group: string, limit: number, beside = 0): Listed<ServiceGroup> {
  const once = [...new Set(names)];
  if (once.length <= limit - beside) return { names: once, groups: [] };
  return once.length === 0 ? { names: [], groups: [] } : { names: [group], groups: partsOf(group, once, limit) };
}

interface Pair {
  readonly pair?: AddressPair;
  readonly groups: readonly AddressGroup[];
}

function pairOf(draft: Draft, family: AddressFamily, { nameOf }: ObjectTable, options: FortinetOptions): Pair {
  const sides = sidesOf(draft, family, options);
  if (!sides) return { groups: [] };
  const digit = family === 'ipv6' ? '6' : '';
  const list = (targets: typeof sides.sources, word: string): Listed<ServiceGroup> => {
    const name = `${options.prefix}${word}${digit}-${draft.name.slice(options.prefix.length)}`;
    const namesOf = (fed: boolean): readonly string[] =>
      targets.filter((target) => isFed(target, options) === fed).map((target) => nameOf(target, family));
    // That a group takes a feed is not verified, so that feeds stand beside it.
    const [feeds, others] = [[...new Set(namesOf(true))], namesOf(false)];
    const { names, groups } = listed(others, name, options.membersPerGroup, feeds.length);
    return { names: [...names, ...feeds], groups };
  };
  const sources = list(sides.sources, 'from');
  const destinations = list(sides.destinations, 'to');
  const comment = `Addresses of policy ${draft.name}`;
  return {
    // "all" is predefined in both tables, and stands alone.
    pair: {
      sources: sourcesOf(draft.rule, options).any ? ['all'] : sources.names,
      destinations: destinations.names,
    },
    groups: [...sources.groups, ...destinations.groups].map((group) => ({ family, ...group, comment })),
  };
}

function natOf({ action, direction }: Rule, { nat }: FortinetOptions): Pick<FirewallPolicy, 'nat'> {
  if (action === 'deny' || nat === 'central') return {};
  return { nat: direction === 'inbound' ? 'disable' : nat };
}

/** The policy of a draft, with every setting whose default would hurt. */
export function policyOf(draft: Draft, id: number, table: ObjectTable, options: FortinetOptions): PolicyObjects {
  const { rule, name, services, urls } = draft;
  const [ipv4, ipv6] = [pairOf(draft, 'ipv4', table, options), pairOf(draft, 'ipv6', table, options)];
  const inside = [options.insideInterface, options.outsideInterface] as const;
  const [from, to] = rule.direction === 'outbound' ? inside : [inside[1], inside[0]];
  const carried = listed(
    services.map(({ protocol, ports }) => serviceObjects(protocol, ports, options).name),
    `${options.prefix}svc-${name.slice(options.prefix.length)}`,
    options.membersPerGroup,
  );
  const policy: FirewallPolicy = {
    id,
    name,
    from,
    to,
    ...(ipv4.pair && { ipv4: ipv4.pair }),
    ...(ipv6.pair && { ipv6: ipv6.pair }),
    action: rule.action === 'allow' ? 'accept' : 'deny',
    services: carried.names,
    log: options.log,
    ...natOf(rule, options),
    ...(urls.length > 0 && { inspection: { sslProfile: options.sslProfile, webFilter: name } }),
    comments: commentsOf(rule),
  };
  return { policy, groups: [...ipv4.groups, ...ipv6.groups], serviceGroups: carried.groups };
}
