import { destinationText, serviceText, type Entry, type PortRange } from '@azureml-firewall/rule-model';
import { inexact, omitted, type Context, type Finding, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { canonicalTag, isUnknown, whyUnusable } from '../tag-support.js';
import { networkMatches } from './matches.js';

/** Whether a rule names service tags for those vendors that can't say its hosts. */
export function hasCoveringTags({ rule }: Entry): boolean {
  return rule.coveredBy !== undefined && rule.coveredBy.length > 0;
}

/** The addresses of the tags that cover a name, on some ports of the entry; without tags the way out is the finding. */
export function lowerToTags(
  entry: Entry,
  ports: readonly PortRange[],
  { cloud }: Context<AzureFirewallOptions>,
  wayOut: Finding<Code>,
): Lowered<Match, Code> {
  const named = [...new Set(entry.rule.coveredBy)];
  const destination = destinationText(entry.destination);
  const usable = named.filter((tag) => !whyUnusable(tag, destination, cloud));
  const tags = [...new Set(usable.map((tag) => canonicalTag(tag, cloud)))];
  if (tags.length === 0) {
    const [first] = named;
    const { code, data } = (first === undefined ? undefined : whyUnusable(first, destination, cloud)) ?? wayOut;
    return omitted(code, data);
  }
  const { protocol } = entry.service;
  return inexact(
    usable.length === named.length && !usable.some((tag) => isUnknown({ tag })) ? 'widened' : 'approximated',
    networkMatches(
      tags.map((text) => ({ kind: 'service-tag', text })),
      protocol,
      ports,
    ),
    'azure-firewall/covered-by-tag',
    { destination, service: serviceText({ protocol, ports }), tags },
  );
}
