import type { Entry, ServiceTag } from '@azureml-firewall/rule-model';
import { exact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { isAbsent, tagDocuments } from '../tag-support.js';
import { networkMatches } from './matches.js';

/** A service tag by its name: the firewall keeps its addresses up to date itself. */
export function lowerServiceTag(
  { destination: { tag }, service: { protocol, ports } }: Entry<ServiceTag>,
  { cloud }: Context<AzureFirewallOptions>,
): Lowered<Match, Code> {
  if (isAbsent(tag, cloud))
    return omitted('azure-firewall/tag-absent', {
      destination: tag,
      tags: [tag],
      cloud,
      document: tagDocuments[cloud],
    });
  return exact(...networkMatches([{ kind: 'service-tag', text: tag }], protocol, ports));
}
