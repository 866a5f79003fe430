import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { LinuxOptions } from '../options.js';
import { lowerNames } from './names.js';

/** All below a domain, by the addresses that the resolver answers; for the domain itself it answers none. */
export function lowerWildcard(entry: Entry<Wildcard>, context: Context<LinuxOptions>): Lowered<Match, Code> {
  return lowerNames(entry, [{ kind: 'below', parent: entry.destination.parent }], context);
}
