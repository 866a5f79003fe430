import { compileEvaluator, evaluate } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { partialFlows, smallPolicies } from './support/small-world.js';

it('answers every flow as evaluate does, whatever is known of it', () => {
  holds(
    fc.property(smallPolicies, fc.array(partialFlows, { minLength: 30, maxLength: 30 }), (policy, flows) => {
      const compiled = compileEvaluator(policy);
      for (const flow of flows.flat()) expect(compiled(flow)).toEqual(evaluate(policy, flow));
    }),
  );
});
