import { stableHash } from '@azureml-firewall/rule-model';
import type { AnyBlock } from './blocks.js';
import type { TagTarget } from './model.js';
import { tagName } from './names.js';
import { targetKey } from './target-key.js';

/** Names for the lists of tags. A hash tells those apart that a policy holds in several editions, or in several spellings. */
export function tagNamesOf(blocks: readonly AnyBlock[]): (target: TagTarget) => string {
  const keys = new Map<string, Set<string>>();
  for (const block of blocks) {
    if (block.kind !== 'tag') continue;
    const [target] = block.targets;
    const name = target.tag.toLowerCase();
    keys.set(name, (keys.get(name) ?? new Set()).add(targetKey(target)));
  }
  return (target) => {
    const isShared = (keys.get(target.tag.toLowerCase())?.size ?? 0) > 1;
    return tagName(target.tag, isShared ? `-${stableHash(targetKey(target)).slice(-8)}` : '');
  };
}
