import { prefixVersion } from './facts.js';
import type { OutboundRule } from './model.js';

/** Whether a rule names prefixes in place of a service tag. */
export function namesPrefixes(rule: OutboundRule): boolean {
  return rule.kind === 'service-tag' && rule.tag === undefined;
}

/** The version of the resource's API in which all of some rules can be written: that of the option, or a later one. */
export function versionOf(rules: readonly OutboundRule[], apiVersion: string): string {
  return rules.some(namesPrefixes) && apiVersion < prefixVersion ? prefixVersion : apiVersion;
}
