import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { lowerNamed } from './names.js';

/** `*.parent` means the same to the firewall: any depth below, not the domain itself (firewall-faq.yml, 2023-01). */
export function lowerWildcard(entry: Entry<Wildcard>, context: Context<AzureFirewallOptions>): Lowered<Match, Code> {
  return lowerNamed(entry, { targets: [{ kind: 'fqdn', text: `*.${entry.destination.parent}` }] }, context);
}
