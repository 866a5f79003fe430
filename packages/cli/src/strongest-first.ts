import type { Destination, Policy, Rule } from '@azureml-firewall/rule-model';

function weightOf(destination: Destination): number {
  if (destination.kind !== 'service-tag') return destination.kind === 'cidr' ? 1 : 0;
  return destination.tag.startsWith('AzureCloud') ? 3 : 2;
}

function weightOfRule({ destinations }: Rule): number {
  return Math.max(...destinations.map(weightOf));
}

/**
 * The same policy, its rules ordered by how much a match says: a host before an address, and last of all the tags that
 * hold a large part of a cloud. Where all rules allow, as those of a plan do, they permit the same in any order.
 */
export function strongestFirst(policy: Policy): Policy {
  const rules = policy.collections.flatMap((collection) => collection.rules);
  const sorted = rules.toSorted((a, b) => weightOfRule(a) - weightOfRule(b));
  return { ...policy, collections: [{ id: 'all', title: 'All', rules: sorted }] };
}
