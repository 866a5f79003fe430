import type { Target } from './model.js';

/** Lists of tags are long, and met once for each rule: their keys are kept as long as the list is. */
const keysOfLists = new WeakMap<readonly string[], string>();

function listKey(prefixes: readonly string[]): string {
  const key = keysOfLists.get(prefixes) ?? prefixes.join();
  keysOfLists.set(prefixes, key);
  return key;
}

/** A text that two targets share when they are the same. */
export function targetKey(target: Target): string {
  if (target.kind !== 'tag') return JSON.stringify(target);
  return `${target.tag} ${target.document} ${listKey(target.prefixes)}`;
}
