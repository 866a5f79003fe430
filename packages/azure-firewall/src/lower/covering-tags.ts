import {
  destinationText,
  familyOf,
  serviceText,
  type Entry,
  type PortRange,
  type ResolvedPrefixes,
} from '@azureml-firewall/rule-model';
import { inexact, omitted, type Context, type Finding, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, NetworkDestination } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { canonicalTag, isUnknown, whyUnusable } from '../tag-support.js';
import { networkMatches } from './matches.js';

/** Whether a rule names service tags for those vendors that can't say its hosts. */
export function hasCoveringTags({ rule }: Entry): boolean {
  return rule.coveredBy !== undefined && rule.coveredBy.length > 0;
}

/** A covering tag as a network rule can name it: nothing if it can't, and whether all of it is there for certain. */
interface CoveringTag {
  readonly tag: string;
  readonly destinations: readonly NetworkDestination[];
  readonly isWhole: boolean;
}

/** The addresses of a covering tag, once a tag document has been applied. */
export function coveringPrefixes({ rule }: Entry, tag: string): ResolvedPrefixes | undefined {
  return rule.covering?.find((one) => one.tag.toLowerCase() === tag.toLowerCase())?.resolved;
}

function coveringTag(entry: Entry, named: string, { cloud }: Context<AzureFirewallOptions>): CoveringTag {
  const tag = canonicalTag(named, cloud);
  const resolved = coveringPrefixes(entry, named);
  if (!whyUnusable(named, '', cloud)) {
    const isWhole = !isUnknown({ tag, ...(resolved && { resolved }) });
    return { tag, destinations: [{ kind: 'service-tag', text: tag }], isWhole };
  }
  const prefixes = resolved?.prefixes ?? [];
  const ipv4 = prefixes.filter((prefix) => familyOf(prefix) === 'ipv4');
  const destinations = ipv4.map((text): NetworkDestination => ({ kind: 'prefix', text }));
  return { tag, destinations, isWhole: ipv4.length > 0 && ipv4.length === prefixes.length };
}

/** The addresses of the tags that cover a name, on some ports of the entry; without tags the way out is the finding. */
export function lowerToTags(
  entry: Entry,
  ports: readonly PortRange[],
  context: Context<AzureFirewallOptions>,
  wayOut: Finding<Code>,
): Lowered<Match, Code> {
  const named = [...new Set(entry.rule.coveredBy)];
  const destination = destinationText(entry.destination);
  const all = named.map((tag) => coveringTag(entry, tag, context));
  const destinations = all.flatMap((one) => one.destinations);
  if (destinations.length === 0) {
    const [first] = named;
    const why = first === undefined ? undefined : whyUnusable(first, destination, context.cloud);
    const { code, data } = why ?? wayOut;
    return omitted(code, data);
  }
  const { protocol } = entry.service;
  const tags = [...new Set(all.filter((one) => one.destinations.length > 0).map(({ tag }) => tag))];
  return inexact(
    all.every(({ isWhole }) => isWhole) ? 'widened' : 'approximated',
    networkMatches(destinations, protocol, ports),
    'azure-firewall/covered-by-tag',
    { destination, service: serviceText({ protocol, ports }), tags },
  );
}
