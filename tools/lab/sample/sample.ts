import { entriesOf, type Policy } from '@azureml-firewall/rule-model';
import type { Draft } from './draft.js';
import type { Ground } from './ground.js';
import { listed } from './listed.js';
import { nearMissesOf } from './near-misses.js';

/** Connections for every entry of a policy: some that it asks for, and at least as many that only come close. */
export function sample(policy: Policy, ground: Ground, perEntry = Infinity): readonly Draft[] {
  return entriesOf(policy).flatMap((entry, turn) => {
    const asked = listed(entry, ground, turn);
    const base = asked[turn % Math.max(asked.length, 1)];
    if (base === undefined) return [];
    return [...asked, ...nearMissesOf(base, entry, ground, turn, Math.max(perEntry, asked.length))];
  });
}
