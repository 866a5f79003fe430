import { destinationText, serviceText, sourceText, type Destination, type Entry } from '@azureml-firewall/rule-model';
import { omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { sourcesOf } from '../sources.js';
import { lowerToSecurityGroup } from '../subnet/lower.js';

type Lower<D extends Destination> = (entry: Entry<D>, context: Context<AzureFirewallOptions>) => Lowered<Match, Code>;

/** Traffic within the network of the subnet, which goes past the firewall unless its addresses are known and routed. */
function staysInNetwork({ destination }: Entry): boolean {
  return (
    destination.kind === 'service-tag' && destination.tag.toLowerCase() === 'virtualnetwork' && !destination.resolved
  );
}

/** What holds for every kind of destination: the direction, and the sources that a rule can take. */
export function outbound<D extends Destination>(lower: Lower<D>): Lower<D> {
  return (entry, context) => {
    const { rule, destination, service } = entry;
    const sources = rule.sources.map(sourceText);
    if (context.options.securityGroup && (rule.direction === 'inbound' || staysInNetwork(entry)))
      return lowerToSecurityGroup(entry, context);
    if (rule.direction === 'inbound')
      return omitted('azure-firewall/inbound-bypasses-firewall', {
        destination: destinationText(destination),
        service: serviceText(service),
        sources,
      });
    const { addresses, dropped } = sourcesOf(rule);
    if (addresses.length === 0) return omitted('azure-firewall/no-usable-source', { sources });
    const answer = lower(entry, context);
    if (dropped.length === 0) return answer;
    return qualify(answer, 'narrowed', {
      code: 'azure-firewall/sources-dropped',
      data: { rule: rule.id, sources: dropped },
    });
  };
}
