import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { lowerBelow } from './names.js';

/** All below a domain. Whether FortiOS takes the domain itself as well is not verified; the verdict leaves room for both. */
export function lowerWildcard(entry: Entry<Wildcard>, context: Context<FortinetOptions>): Lowered<Match, Code> {
  return lowerBelow(entry, entry.destination.parent, context);
}
