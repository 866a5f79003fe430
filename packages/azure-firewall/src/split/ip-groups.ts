import { stableName } from '@azureml-firewall/renderer-kit';
import { limitOf } from '../limits.js';
import type { ApplicationRule, IpGroup, NetworkRule } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import type { RuleGroup } from '../rules-of.js';
import { bucketsOf } from './buckets.js';

type AnyRule = ApplicationRule | NetworkRule;

/** Bits for parting addresses: 200 groups of 5000 need eight. */
const addressBits = 12;

/** Rules with their long lists taken out, and the IP groups that hold them. */
export interface WithIpGroups {
  readonly groups: readonly RuleGroup[];
  readonly ipGroups: readonly IpGroup[];
}

/**
 * Puts each list of more than `ipGroupsAbove` addresses into IP groups. The same list is put there once, under the name of
 * the first rule that has it. Host names and service tags can't stand in one, and only network rules take one as a
 * destination: application rules have no addresses there.
 */
export function withIpGroups(groups: readonly RuleGroup[], options: AzureFirewallOptions): WithIpGroups {
  const { groupName, ipGroupsAbove, limits } = options;
  const most = limitOf('ipGroupEntries', limits);
  const names = { limit: limitOf('nameLength', limits), illegal: /[^A-Za-z0-9._-]/g, fill: '-' };
  const ipGroups: IpGroup[] = [];
  const known = new Map<string, readonly string[]>();

  const namesOf = (addresses: readonly string[], base: string): readonly string[] => {
    const content = addresses.toSorted().join(' ');
    const found = known.get(content);
    if (found) return found;
    const parts = bucketsOf(
      addresses,
      (address) => address,
      (some) => some.length <= most,
      addressBits,
    );
    const made = parts.map(({ path, items }): IpGroup => ({
      name: stableName(path === '' ? base : `${base}-${path}`, names),
      addresses: items,
    }));
    ipGroups.push(...made);
    known.set(
      content,
      made.map(({ name }) => name),
    );
    return made.map(({ name }) => name);
  };

  const sources = <R extends AnyRule>(rule: R): R => {
    if (rule.sourceAddresses.length <= ipGroupsAbove) return rule;
    const sourceIpGroups = namesOf(rule.sourceAddresses, `${groupName}_${rule.name}_from`);
    return { ...rule, sourceAddresses: [], sourceIpGroups };
  };

  const destinations = (rule: AnyRule): AnyRule => {
    if (rule.kind !== 'network' || rule.destinationKind !== 'prefix') return rule;
    if (rule.destinations.length <= ipGroupsAbove) return rule;
    const found = namesOf(rule.destinations, `${groupName}_${rule.name}_to`);
    return { ...rule, destinationKind: 'ip-group', destinations: found };
  };

  return {
    groups: groups.map((group) => ({ ...group, rules: group.rules.map((rule) => destinations(sources(rule))) })),
    ipGroups,
  };
}
