import type { Rule } from '@azureml-firewall/rule-model';
import { clip } from './clip.js';

/**
 * A rule's reason for the vendor's comment field: its purpose with its caution, then the requirements and the edition it
 * comes from. When the field is short the words are cut, never the reference.
 */
export function describe(rule: Rule, limit: number): string {
  const requirements = [...new Set(rule.origins.map(({ requirement }) => requirement))].join(', ');
  const editions = [...new Set(rule.origins.map(({ edition }) => edition))].join(', ');
  const words = rule.caution === undefined ? rule.purpose : `${rule.purpose}. Caution: ${rule.caution}`;
  return clip(words, ` [${requirements}; ${editions}]`, limit);
}
