import { compileEvaluator, type Action, type Policy } from '@azureml-firewall/rule-model';
import type { Probe } from './probes/probes.js';

/** Decides as a policy of the rule model does: for readers that lift what is printed back into one. */
export function decideBy(policy: Policy): (probe: Probe) => Action | undefined {
  const evaluate = compileEvaluator(policy);
  return (probe) => {
    const { rule, action } = evaluate(probe);
    return rule && action;
  };
}
