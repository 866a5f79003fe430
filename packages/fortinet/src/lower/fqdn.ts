import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { lowerHost } from './names.js';

/** One host, by the addresses that FortiOS resolves. */
export function lowerFqdn(entry: Entry<Fqdn>): Lowered<Match, Code> {
  return lowerHost(entry, entry.destination.host);
}
