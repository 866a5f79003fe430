import type { Json } from '@azureml-firewall/renderer-kit';
import type { RuleCollectionGroup } from '../model.js';
import { armSpelling } from '../print/arm.js';
import { groupTree } from '../print/resource-tree.js';

/** The bytes of a JSON text without white space, as UTF-8. */
export function jsonBytes(node: Json): number {
  let bytes = 0;
  for (const character of JSON.stringify(node)) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The size of a group as it is counted here: that of its properties. */
export function groupBytes(group: RuleCollectionGroup): number {
  return jsonBytes(groupTree(group, armSpelling));
}
