import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import { exact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** One host: New Vendor sees the name on every port. */
export function lowerFqdn(entry: Entry<Fqdn>): Lowered<Match, Code> {
  return exact(matchOf(entry, entry.destination.host));
}
