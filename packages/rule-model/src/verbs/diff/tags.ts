import type { ServiceTag } from '../../model/destination.js';
import type { Policy } from '../../model/policy.js';

/** By what the tags of two policies are compared. */
export interface TagComparison {
  /** Names in lower case of the tags of which a policy lacks the addresses. */
  readonly byName: ReadonlySet<string>;
  /** The same names as they are spelt, ascending. */
  readonly names: readonly string[];
  /** The documents from which the addresses of the others come, ascending. */
  readonly documents: readonly string[];
}

function tagsOf({ collections }: Policy): readonly ServiceTag[] {
  return collections
    .flatMap(({ rules }) => rules.flatMap(({ sources, destinations }) => [...sources, ...destinations]))
    .filter((item) => item.kind === 'service-tag');
}

/** A tag compares by addresses only where every policy holds them; otherwise by its name in all of them. */
export function compareTags(policies: readonly Policy[]): TagComparison {
  const tags = policies.flatMap(tagsOf);
  const unresolved = new Map(
    tags.flatMap(({ tag, resolved }) => (resolved ? [] : [[tag.toLowerCase(), tag] as const])),
  );
  const documents = tags.flatMap(({ tag, resolved }) =>
    resolved && !unresolved.has(tag.toLowerCase()) ? [resolved.document] : [],
  );
  return {
    byName: new Set(unresolved.keys()),
    names: [...unresolved.values()].toSorted(),
    documents: [...new Set(documents)].toSorted(),
  };
}
