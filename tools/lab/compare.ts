import type { Expectation } from './expect/expect.js';
import type { Observation, Probe } from './probe.js';

/** What was promised of a probe, and what came of it. */
export interface Judged {
  readonly probe: Probe;
  readonly expected: Expectation;
  readonly observed: 'pass' | 'stop';
  readonly agrees: boolean;
  readonly how: string;
}

/**
 * Holds what happened against what was promised. Allowed means that a client gets through by itself: the resolver, too,
 * has to answer it. Stopped means that nothing comes back, also to a client that knows the address from elsewhere.
 */
export function judge(probe: Probe, expected: Expectation, observation: Observation): Judged {
  const { answered, resolved, how } = observation;
  const unresolved = answered && resolved === false;
  const observed = answered && !(unresolved && expected === 'pass') ? 'pass' : 'stop';
  const agrees = expected === 'either' || expected === observed;
  return {
    probe,
    expected,
    observed,
    agrees,
    how: unresolved && expected === 'pass' ? 'the name is not resolved' : how,
  };
}
