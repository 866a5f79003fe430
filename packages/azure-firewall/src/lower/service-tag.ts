import { familyOf, type Entry, type ServiceTag } from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { canonicalTag, isUnknown, unknownTag, whyUnusable } from '../tag-support.js';
import { networkMatches } from './matches.js';

/**
 * A service tag by its name, since the firewall keeps its addresses up to date itself. A tag that no rule can name
 * becomes the addresses that have been filled in for it. Of what is not known to be a tag nothing can be promised.
 */
export function lowerServiceTag(
  { destination, service: { protocol, ports } }: Entry<ServiceTag>,
  { cloud }: Context<AzureFirewallOptions>,
): Lowered<Match, Code> {
  const { tag, resolved } = destination;
  const why = whyUnusable(tag, tag, cloud);
  if (!why) {
    const byName = networkMatches([{ kind: 'service-tag', text: canonicalTag(tag, cloud) }], protocol, ports);
    const { code, data } = unknownTag(tag, cloud);
    return isUnknown(destination) ? inexact('approximated', byName, code, data) : exact(...byName);
  }
  const prefixes = resolved?.prefixes ?? [];
  const ipv4 = prefixes.filter((prefix) => familyOf(prefix) === 'ipv4');
  if (ipv4.length === 0) return omitted(why.code, why.data);
  const matches = networkMatches(
    ipv4.map((text) => ({ kind: 'prefix', text })),
    protocol,
    ports,
  );
  if (ipv4.length === prefixes.length) return exact(...matches);
  return inexact('narrowed', matches, why.code, why.data);
}
