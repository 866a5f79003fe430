import {
  destinationText,
  serviceText,
  sourceText,
  type Cloud,
  type Entry,
  type Protocol,
} from '@azureml-firewall/rule-model';
import {
  exact,
  inexact,
  omitted,
  qualify,
  type Context,
  type Lowered,
  type NonEmpty,
} from '@azureml-firewall/renderer-kit';
import { isUnknown, unknownTag } from '../tag-support.js';
import { tagDocuments } from '../tags/table.js';
import { canMeet, prefixEnds, sourceEnds, tagEnds } from './ends.js';
import type { SubnetCode } from './messages.js';
import type { SecurityEnd, SecurityMatch, SecurityProtocol } from './model.js';

const securityProtocol: Readonly<Record<Protocol, SecurityProtocol>> = { tcp: 'Tcp', udp: 'Udp' };

function destinationEnds({ destination }: Entry, { cloud }: Context<unknown>): readonly SecurityEnd[] {
  if (destination.kind === 'cidr') return prefixEnds([destination.prefix]);
  return destination.kind === 'service-tag' ? tagEnds(destination, cloud) : [];
}

/** A match for each source, each single destination and each range of ports. */
export function matchesOf(
  { service: { protocol, ports } }: Entry,
  sources: readonly SecurityEnd[],
  destinations: readonly SecurityEnd[],
): readonly SecurityMatch[] {
  return sources.flatMap((source) =>
    destinations
      .flatMap(({ kind, texts }) => texts.map((text): SecurityEnd => ({ kind, texts: [text] })))
      .filter((destination) => canMeet(source, destination))
      .flatMap((destination) =>
        ports.map((range): SecurityMatch => ({
          rule: 'security',
          source,
          destination,
          protocol: securityProtocol[protocol],
          ports: range,
        })),
      ),
  );
}

function isFilled<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

/** Nothing can be promised of a rule with a tag that is not known to be one. */
function byKnowledge(
  { rule, destination }: Entry,
  nodes: NonEmpty<SecurityMatch>,
  cloud: Cloud,
): Lowered<SecurityMatch, SubnetCode> {
  const unknown = [destination, ...rule.sources].find((end) => end.kind === 'service-tag' && isUnknown(end));
  if (unknown?.kind !== 'service-tag') return exact(...nodes);
  const { code, data } = unknownTag(unknown.tag, cloud);
  return inexact('approximated', nodes, code, data);
}

/** An entry as rules of a network security group: addresses and service tags, of both families. */
export function lowerToSecurityGroup(entry: Entry, context: Context<unknown>): Lowered<SecurityMatch, SubnetCode> {
  const { rule, destination, service } = entry;
  const { cloud } = context;
  const texts = { destination: destinationText(destination), service: serviceText(service) };
  if (destination.kind !== 'cidr' && destination.kind !== 'service-tag')
    return omitted('azure-firewall/inbound-by-name', texts);
  const { ends: sources, dropped } = sourceEnds(rule.sources, cloud);
  const destinations = destinationEnds(entry, context);
  const missing = [...(destinations.length === 0 ? [texts.destination] : []), ...(sources.length === 0 ? dropped : [])];
  if (missing.length > 0)
    return omitted('azure-firewall/security-tag-absent', {
      ...texts,
      tags: missing,
      cloud,
      document: tagDocuments[cloud],
    });
  const nodes = matchesOf(entry, sources, destinations);
  if (!isFilled(nodes))
    return omitted('azure-firewall/inbound-families-differ', { ...texts, sources: rule.sources.map(sourceText) });
  const answer = byKnowledge(entry, nodes, cloud);
  if (dropped.length === 0) return answer;
  return qualify(answer, 'narrowed', {
    code: 'azure-firewall/security-sources-dropped',
    data: { rule: rule.id, sources: dropped },
  });
}
