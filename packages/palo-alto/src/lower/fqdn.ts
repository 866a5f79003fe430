import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { lowerNamed } from './names.js';

/**
 * One host. The slash ends the name: without it, releases up to 10.1 read `x.com` as `x.com*` and admit
 * `x.com.evil.example` (Guidelines for URL Category Exceptions; "Append Ending Token").
 */
export function lowerFqdn(entry: Entry<Fqdn>, context: Context<PaloAltoOptions>): Lowered<Node, Code> {
  const { host } = entry.destination;
  return lowerNamed(entry, { urls: [`${host}/`], host }, context);
}
