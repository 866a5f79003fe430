import type { Policy, Rule } from '@azureml-firewall/rule-model';

/** A service tag, and the ids of the rules and routes that name it. */
export interface UsedTag {
  readonly tag: string;
  readonly usedBy: readonly string[];
}

function tagsOfRule({ sources, destinations, coveredBy = [] }: Rule): readonly string[] {
  const named = [...sources, ...destinations].flatMap((item) => (item.kind === 'service-tag' ? [item.tag] : []));
  return [...named, ...coveredBy];
}

/** Every service tag of a policy in the order of its first use: of rules, of what covers them, and of routes. */
export function usedTags({ collections, routes }: Policy): readonly UsedTag[] {
  const users = new Map<string, Set<string>>();
  const note = (tag: string, id: string): void => {
    users.set(tag, (users.get(tag) ?? new Set()).add(id));
  };
  for (const { rules } of collections) for (const rule of rules) for (const tag of tagsOfRule(rule)) note(tag, rule.id);
  for (const { id, tag, byAddress } of routes) for (const one of [tag, ...byAddress]) note(one, id);
  return [...users].map(([tag, ids]) => ({ tag, usedBy: [...ids] }));
}
