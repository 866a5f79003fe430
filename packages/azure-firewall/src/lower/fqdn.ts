import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { lowerNamed } from './names.js';

/** One host: an application rule on web ports, a network rule by resolved addresses on others. */
export function lowerFqdn(entry: Entry<Fqdn>, context: Context<AzureFirewallOptions>): Lowered<Match, Code> {
  const { host } = entry.destination;
  return lowerNamed(entry, { targets: [{ kind: 'fqdn', text: host }], host }, context);
}
