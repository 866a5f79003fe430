import * as fc from 'fast-check';
import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { policy, route } from '../write.js';
import { prefixes, resolvedTags } from './destinations.js';
import { rules, rulesTo, singleRules } from './rules.js';
import { hostileText } from './texts.js';

function policiesOf(list: fc.Arbitrary<readonly Rule[]>): fc.Arbitrary<Policy> {
  return fc
    .tuple(list, fc.boolean(), fc.option(hostileText, { freq: 2 }))
    .map(([some, routed, edition]) =>
      policy(some, { routes: routed ? [route('batch')] : [], ...(edition !== null && { edition }) }),
    );
}

/** Random policies in their one spelling, from none to six rules. */
export const policies: fc.Arbitrary<Policy> = policiesOf(rules);

/** Random policies of which every entry goes to addresses. */
export const policiesByAddress: fc.Arbitrary<Policy> = policiesOf(rulesTo([...prefixes, ...resolvedTags]));

/** Random policies of one entry. */
export const singles: fc.Arbitrary<Policy> = singleRules.map((one) => policy([one]));
