import {
  destinationText,
  familyOf,
  serviceText,
  type Cloud,
  type Destination,
  type Entry,
  type PortRange,
  type Protocol,
  type ServiceTag,
} from '@azureml-firewall/rule-model';
import {
  exact,
  inexact,
  omitted,
  qualify,
  unite,
  type Context,
  type Lowered,
  type Lowering,
  type NonEmpty,
} from '@azureml-firewall/renderer-kit';
import { coveringPrefixes } from '../lower/covering-tags.js';
import { canonicalTag, isAbsent, isUnknown } from '../tag-support.js';
import { tagDocuments } from '../tags/table.js';
import { fqdnPorts, knownTags } from './facts.js';
import type { ManagedNetworkCode as Code } from './messages.js';
import type { ManagedMatch, ManagedProtocol } from './model.js';
import type { ManagedNetworkOptions } from './options.js';

type Cx = Context<ManagedNetworkOptions>;
type Answer = Lowered<ManagedMatch, Code>;

const managedProtocol: Readonly<Record<Protocol, ManagedProtocol>> = { tcp: 'TCP', udp: 'UDP' };

function textsOf({ destination, service }: Entry): { readonly destination: string; readonly service: string } {
  return { destination: destinationText(destination), service: serviceText(service) };
}

function holds(ranges: readonly PortRange[], port: number): boolean {
  return ranges.some(({ from, to }) => from <= port && port <= to);
}

/** Whether the rule of an entry asks for all the ports that a rule by name opens. */
function asksForAll({ services }: Entry['rule']): boolean {
  const ranges = services.flatMap(({ protocol, ports }) => (protocol === 'tcp' ? ports : []));
  return fqdnPorts.every((port) => holds(ranges, port));
}

/** The ports of an entry that a rule by name can't open, cut out of its ranges. */
function otherPorts({ service: { protocol, ports } }: Entry): readonly PortRange[] {
  if (protocol === 'udp') return ports;
  return fqdnPorts.reduce<readonly PortRange[]>(
    (ranges, port) =>
      ranges.flatMap((range) => {
        if (port < range.from || range.to < port) return [range];
        const parts = [
          { from: range.from, to: port - 1 },
          { from: port + 1, to: range.to },
        ];
        return parts.filter(({ from, to }) => from <= to);
      }),
    ports,
  );
}

function byName(entry: Entry, hosts: NonEmpty<string>): Answer {
  const nodes = hosts.map((host): ManagedMatch => ({ rule: 'fqdn', host })) as readonly ManagedMatch[];
  const filled = nodes as NonEmpty<ManagedMatch>;
  if (asksForAll(entry.rule)) return exact(...filled);
  return inexact('widened', filled, 'azure-managed-network/fqdn-opens-both-ports', textsOf(entry));
}

/** A covering tag by its name, or by its IPv4 addresses where the cloud has no such tag; nothing if they are not known. */
function coveringNode(
  entry: Entry,
  named: string,
  ports: readonly PortRange[],
  { cloud }: Cx,
): ManagedMatch | undefined {
  const how = { protocol: managedProtocol[entry.service.protocol], ports };
  if (!isAbsent(named, cloud)) return { rule: 'service-tag', tag: canonicalTag(named, cloud), ...how };
  const prefixes = coveringPrefixes(entry, named)?.prefixes.filter((prefix) => familyOf(prefix) === 'ipv4') ?? [];
  return prefixes.length === 0 ? undefined : { rule: 'prefixes', prefixes, ...how };
}

/** Whether a covering tag is there whole for certain. */
function isWhole(entry: Entry, named: string, { cloud }: Cx): boolean {
  const resolved = coveringPrefixes(entry, named);
  if (isAbsent(named, cloud)) return resolved?.prefixes.every((prefix) => familyOf(prefix) === 'ipv4') ?? false;
  return knownTags.has(named) || !isUnknown({ tag: named, ...(resolved && { resolved }) });
}

function byCoveringTags(entry: Entry, ports: readonly PortRange[], cx: Cx): Answer {
  const named = [...new Set(entry.rule.coveredBy)];
  const { protocol } = entry.service;
  const data = { destination: destinationText(entry.destination), service: serviceText({ protocol, ports }) };
  const placed = named.flatMap((tag) => {
    const node = coveringNode(entry, tag, ports, cx);
    return node ? [{ tag: canonicalTag(tag, cx.cloud), node }] : [];
  });
  const [first, ...others] = placed.map(({ node }) => node);
  if (first === undefined) return omitted('azure-managed-network/ports-not-expressible', data);
  return inexact(
    named.every((tag) => isWhole(entry, tag, cx)) ? 'widened' : 'approximated',
    [first, ...others],
    'azure-managed-network/covered-by-tag',
    { ...data, tags: [...new Set(placed.map(({ tag }) => tag))] },
  );
}

/** A destination by name: ports 80 and 443 by a rule by name, others by what covers them. */
function lowerNamed(entry: Entry, hosts: NonEmpty<string>, cx: Cx): Answer {
  const rest = otherPorts(entry);
  const hasWeb = entry.service.protocol === 'tcp' && fqdnPorts.some((port) => holds(entry.service.ports, port));
  if (!hasWeb) return byCoveringTags(entry, rest, cx);
  const web = byName(entry, hosts);
  return rest.length === 0 ? web : unite<ManagedMatch, Code>([web, byCoveringTags(entry, rest, cx)]);
}

function lowerHost(entry: Entry, host: string, cx: Cx): Answer {
  const endpoint = cx.options.privateEndpoints.find(({ hosts }) => hosts.includes(host));
  if (!endpoint) return lowerNamed(entry, [host], cx);
  return inexact(
    'widened',
    [{ rule: 'private-endpoint', name: endpoint.name }],
    'azure-managed-network/private-endpoint-all-ports',
    { ...textsOf(entry), endpoint: endpoint.name },
  );
}

function byPrefixes({ service }: Entry, prefixes: readonly string[]): Answer {
  return exact({ rule: 'prefixes', prefixes, protocol: managedProtocol[service.protocol], ports: service.ports });
}

/** A tag by its name; nothing can be promised of what is not known to be one. */
function byTag({ destination, service: { protocol, ports } }: Entry<ServiceTag>, cloud: Cloud): Answer {
  const tag = canonicalTag(destination.tag, cloud);
  const node = { rule: 'service-tag', tag, protocol: managedProtocol[protocol], ports } as const;
  if (!isUnknown(destination) || knownTags.has(tag)) return exact(node);
  return inexact('approximated', [node], 'azure-managed-network/tag-unknown', {
    tag,
    cloud,
    document: tagDocuments[cloud],
  });
}

function lowerTag(entry: Entry<ServiceTag>, { cloud }: Cx): Answer {
  const { tag, resolved } = entry.destination;
  if (!isAbsent(tag, cloud)) return byTag(entry, cloud);
  const prefixes = resolved?.prefixes ?? [];
  const ipv4 = prefixes.filter((prefix) => familyOf(prefix) === 'ipv4');
  const data = { ...textsOf(entry), tags: [tag], cloud, document: tagDocuments[cloud] };
  if (ipv4.length === 0) return omitted('azure-managed-network/tag-absent', data);
  const answer = byPrefixes(entry, ipv4);
  if (ipv4.length === prefixes.length) return answer;
  return qualify(answer, 'narrowed', { code: 'azure-managed-network/tag-absent', data });
}

type Lower<D extends Destination> = (entry: Entry<D>, cx: Cx) => Answer;

/** What holds for every kind of destination: rules are outbound, and allow. */
function outboundAllow<D extends Destination>(lower: Lower<D>): Lower<D> {
  return (entry, cx) => {
    const { direction, action } = entry.rule;
    if (direction === 'inbound') return omitted('azure-managed-network/inbound-not-managed', textsOf(entry));
    if (action === 'deny') return omitted('azure-managed-network/deny-not-expressible', textsOf(entry));
    return lower(entry, cx);
  };
}

/** The answers, one for each kind of destination. */
export const lower: Lowering<ManagedMatch, ManagedNetworkOptions, Code> = {
  fqdn: outboundAllow((entry, cx) => lowerHost(entry, entry.destination.host, cx)),
  wildcard: outboundAllow((entry, cx) => lowerNamed(entry, [`*.${entry.destination.parent}`], cx)),
  suffix: outboundAllow((entry, cx) => {
    const { suffix } = entry.destination;
    return qualify(lowerNamed(entry, [suffix, `*.${suffix}`], cx), 'narrowed', {
      code: 'azure-managed-network/look-alikes-excluded',
      data: { destination: destinationText(entry.destination) },
    });
  }),
  url: outboundAllow((entry, cx) => {
    const { host } = entry.destination;
    return qualify(lowerHost(entry, host, cx), 'widened', {
      code: 'azure-managed-network/path-widened-to-host',
      data: { destination: destinationText(entry.destination), host },
    });
  }),
  'service-tag': outboundAllow(lowerTag),
  cidr: outboundAllow((entry) => {
    const { prefix } = entry.destination;
    return familyOf(prefix) === 'ipv6'
      ? omitted('azure-managed-network/ipv6-destination', { destination: prefix })
      : byPrefixes(entry, [prefix]);
  }),
};
