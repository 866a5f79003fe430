import type { Rule } from '@azureml-firewall/rule-model';

/** The requirements that a rule comes from, as a table shows them. */
export function requirementsOf({ origins }: Rule): string {
  return [...new Set(origins.map(({ requirement }) => requirement))].join(', ');
}
