import { checkFlow } from '../../model/check-flow.js';
import { entriesOf } from '../../model/entry.js';
import type { Policy } from '../../model/policy.js';
import type { Direction } from '../../model/rule.js';
import { indexDirection, type DirectionIndex, type Evaluator } from './direction-index.js';

/** The entries of a policy, ready for many flows. */
export function indexPolicy(policy: Policy): Readonly<Record<Direction, DirectionIndex>> {
  const entries = entriesOf(policy);
  const of = (direction: Direction): DirectionIndex =>
    indexDirection(entries.filter(({ rule }) => rule.direction === direction));
  return { inbound: of('inbound'), outbound: of('outbound') };
}

/**
 * Makes a policy ready for many flows: the same answers as `evaluate`, which looks at every entry each time. Hosts are
 * found by their domains, addresses by search, whatever the number of entries and prefixes.
 *
 * The function that is returned throws a RangeError for an address, direction, protocol or port that is none.
 *
 * @throws RangeError for a prefix that is none.
 */
export function compileEvaluator(policy: Policy): Evaluator {
  const { inbound, outbound } = indexPolicy(policy);
  return (flow) => {
    checkFlow(flow);
    return (flow.direction === 'inbound' ? inbound : outbound).evaluate(flow);
  };
}
