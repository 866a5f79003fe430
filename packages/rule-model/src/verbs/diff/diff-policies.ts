import { entriesOf } from '../../model/entry.js';
import type { Policy } from '../../model/policy.js';
import { directions, type Rule } from '../../model/rule.js';
import { spaceOf } from '../space/space.js';
import type { Findings } from './findings.js';
import { movesOf } from './moves.js';
import type { FlowRegion, PolicyDiff } from './region.js';
import { regionsOf } from './regions.js';
import { compareTags } from './tags.js';
import { walkSpace } from './walk.js';

/**
 * What two policies mean differently, whatever their rules are called and however they are cut. `gained` and `lost` are
 * empty exactly when no flow of which everything is known tells the policies apart.
 *
 * All flows are divided into those that the policies can't tell apart, so that the time follows from the number of
 * different destinations, sources and services, and not from that of addresses.
 *
 * @throws RangeError for a prefix that is none.
 */
export function diffPolicies(a: Policy, b: Policy): PolicyDiff {
  const { byName, names, documents } = compareTags([a, b]);
  const lists = [entriesOf(a), entriesOf(b)];
  const alike: Findings['alike'] = new Map();
  const changed = new Set<Rule | undefined>();
  const regions: { readonly gained: boolean; readonly region: FlowRegion }[] = [];
  for (const direction of directions) {
    const space = spaceOf(direction, lists, byName);
    const findings: Findings = { differences: new Map(), alike };
    walkSpace(space, findings);
    for (const difference of findings.differences.values()) {
      changed.add(difference.ruleInA).add(difference.ruleInB);
      regions.push(...regionsOf(space, difference).map((region) => ({ gained: difference.gained, region })));
    }
  }
  return {
    gained: regions.flatMap(({ gained, region }) => (gained ? [region] : [])),
    lost: regions.flatMap(({ gained, region }) => (gained ? [] : [region])),
    ...movesOf(a, b, alike, changed),
    documents,
    byName: names,
  };
}
