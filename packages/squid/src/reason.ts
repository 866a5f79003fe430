import type { Rule } from '@azureml-firewall/rule-model';
import { describe } from '@azureml-firewall/renderer-kit';
import { reasonLength } from './limits.js';

/**
 * Why a rule exists, as a comment can hold it: one line with single spaces. A backslash would join the next line to it, if
 * it came last.
 */
export function reasonOf(rule: Rule): string {
  return `${rule.id}: ${describe(rule, reasonLength)}`.replaceAll('\\', '/').replace(/\s+/gu, ' ').trim();
}
