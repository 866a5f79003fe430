import type { Policy } from '@azureml-firewall/rule-model';
import { usedTags } from '../resolve/used-tags.js';
import type { ServiceTagDiff } from './diff.js';

/** A rule or route whose addresses are others in the later document, and the tags that make it so. */
export interface AffectedRule {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Which rules and routes of a policy a week's changes touch. Prefixes that were only regrouped touch none. */
export function rulesAffected(policy: Policy, diff: ServiceTagDiff): readonly AffectedRule[] {
  const changed = diff.changed.filter(({ regrouped }) => !regrouped);
  const names = new Set([...changed, ...diff.created, ...diff.gone].map(({ tag }) => tag.toLowerCase()));
  const affected = new Map<string, string[]>();
  for (const { tag, usedBy } of usedTags(policy).filter((used) => names.has(used.tag.toLowerCase())))
    for (const id of usedBy) affected.set(id, [...(affected.get(id) ?? []), tag]);
  return [...affected].map(([id, tags]) => ({ id, tags }));
}
