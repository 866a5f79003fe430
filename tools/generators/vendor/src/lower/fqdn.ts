import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** One host. */
export function lowerFqdn(entry: Entry<Fqdn>): Lowered<Match, Code> {
  return unanswered(`is ${entry.destination.host} matched by its name, by its addresses, or not at all?`);
}
