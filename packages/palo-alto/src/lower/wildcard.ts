import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { lowerNamed } from './names.js';

/** `*.parent/` is one token or more before the parent: any depth below, not the parent itself (same page). */
export function lowerWildcard(entry: Entry<Wildcard>, context: Context<PaloAltoOptions>): Lowered<Node, Code> {
  return lowerNamed(entry, { urls: [`*.${entry.destination.parent}/`] }, context);
}
