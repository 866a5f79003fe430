import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** All hosts below a domain, and not the domain itself. */
export function lowerWildcard(entry: Entry<Wildcard>): Lowered<Match, Code> {
  return unanswered(`are hosts below ${entry.destination.parent} matched at any depth, and without the domain itself?`);
}
