import { destinationText, type Destination } from './destination.js';
import type { Policy } from './policy.js';
import type { Rule } from './rule.js';
import { serviceText, type Service } from './service.js';

/** One destination by one service of a rule: the unit in which a renderer accounts for a policy. */
export interface Entry<D extends Destination = Destination> {
  /** `rule|destination|service`: unique in a normalized policy, and stable while its rule keeps its id. */
  readonly id: string;
  readonly rule: Rule;
  readonly destination: D;
  readonly service: Service;
}

/** The entries of a rule: each destination with each service. */
export function entriesOfRule(rule: Rule): readonly Entry[] {
  return rule.destinations.flatMap((destination) =>
    rule.services.map((service) => ({
      id: `${rule.id}|${destinationText(destination)}|${serviceText(service)}`,
      rule,
      destination,
      service,
    })),
  );
}

/** The entries of a policy in the order of its rules: the account that a renderer has to settle. */
export function entriesOf(policy: Policy): readonly Entry[] {
  return policy.collections.flatMap((collection) => collection.rules.flatMap(entriesOfRule));
}
