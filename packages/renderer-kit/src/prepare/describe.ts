import type { Rule } from '@azureml-firewall/rule-model';
import { clip } from './clip.js';

/**
 * A rule's reason for the vendor's comment field: its purpose, then the requirements and the edition it comes from. When
 * the field is short the purpose is cut, never the reference.
 */
export function describe(rule: Rule, limit: number): string {
  const requirements = [...new Set(rule.origins.map(({ requirement }) => requirement))].join(', ');
  const editions = [...new Set(rule.origins.map(({ edition }) => edition))].join(', ');
  return clip(rule.purpose, ` [${requirements}; ${editions}]`, limit);
}
