import type { Decision } from '../../model/decision.js';
import { checkFlow } from '../../model/check-flow.js';
import { entriesOf } from '../../model/entry.js';
import type { Flow } from '../../model/flow.js';
import type { Policy } from '../../model/policy.js';
import { decide } from './decide.js';
import { factsOf } from './facts.js';
import { matchEntry } from './match-entry.js';

/**
 * The answer of a policy on one flow: the first entry that matches decides, and what none matches is denied. What is not
 * known never makes an `allow`: see {@link Decision}. For many flows, `compileEvaluator` gives the same answers faster.
 *
 * @throws RangeError for an address, direction, protocol or port that is none.
 */
export function evaluate(policy: Policy, flow: Flow): Decision {
  checkFlow(flow);
  const facts = factsOf(flow);
  return decide(entriesOf(policy), (entry) => matchEntry(entry, facts));
}
