import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { lowerHost } from './match.js';

/** One host. */
export function lowerFqdn(entry: Entry<Fqdn>): Lowered<Match, Code> {
  return lowerHost(entry, entry.destination.host);
}
