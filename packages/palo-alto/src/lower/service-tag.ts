import type { Entry, ServiceTag } from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import { hasIpv6, tagItem } from '../addresses.js';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

/** Tags that stand for the reader's own network (service-tags-overview of Azure's virtual network documentation). */
const ofTheNetwork: readonly string[] = ['VirtualNetwork', 'AzureLoadBalancer', 'Internet'];

/** The addresses of a service tag in a dated document; the firewall knows no tags by name. */
export function lowerServiceTag(
  { rule, destination, service: { protocol, ports } }: Entry<ServiceTag>,
  { options }: Context<PaloAltoOptions>,
): Lowered<Node, Code> {
  const { tag, resolved } = destination;
  if (!resolved)
    return omitted(ofTheNetwork.includes(tag) ? 'palo-alto/tag-of-network' : 'palo-alto/tag-needs-addresses', {
      destination: tag,
    });
  const item = tagItem(destination, options);
  if (!item) return omitted('palo-alto/ipv6-left-out', { destination: tag });
  const node: Node = { by: 'address', item, on: { protocol, ports } };
  if (item.prefixes.length === resolved.prefixes.length || !hasIpv6(rule)) return exact(node);
  return inexact('narrowed', [node], 'palo-alto/ipv6-left-out', { destination: tag });
}
