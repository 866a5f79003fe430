import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { lowerNamed } from './names.js';

/**
 * `*pytorch.org`: the domain and all below it, without the look-alikes that the firewall would match as well
 * (firewall-faq.yml, 2023-01). A deny is printed as it stands, since a smaller deny lets traffic pass.
 */
export function lowerSuffix(entry: Entry<Suffix>, context: Context<AzureFirewallOptions>): Lowered<Match, Code> {
  const { suffix } = entry.destination;
  if (context.options.verbatimSuffixWildcards || entry.rule.action === 'deny')
    return lowerNamed(entry, { targets: [{ kind: 'fqdn', text: `*${suffix}` }] }, context);
  const pair = [
    { kind: 'fqdn', text: suffix },
    { kind: 'fqdn', text: `*.${suffix}` },
  ] as const;
  return qualify(lowerNamed(entry, { targets: pair }, context), 'narrowed', {
    code: 'azure-firewall/look-alikes-excluded',
    data: { destination: destinationText(entry.destination) },
  });
}
