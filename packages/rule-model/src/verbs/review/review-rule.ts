import { destinationText, type Destination } from '../../model/destination.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { reachOf } from '../../model/reach.js';
import type { Rule } from '../../model/rule.js';
import type { Service } from '../../model/service.js';
import { isBelow } from '../../net/host-relation.js';
import { anyPort, portsContain } from '../../net/ports.js';
import { finding, type ReviewCode } from './diagnostics.js';
import { sharedDomains } from './shared-domains.js';

type Findings = readonly Diagnostic<ReviewCode>[];

const domains = sharedDomains.flatMap((list) => list.domains);

/** The shared domains in which a destination holds every name. */
function sharedIn(destination: Destination): readonly string[] {
  const reach = reachOf(destination);
  if (reach.by === 'below') return domains.filter((name) => name === reach.parent || isBelow(name, reach.parent));
  return reach.by === 'ending' ? domains.filter((name) => name.endsWith(reach.suffix)) : [];
}

function reviewSuffixes({ id: rule, destinations }: Rule): Findings {
  const texts = destinations.filter(({ kind }) => kind === 'suffix').map(destinationText);
  return texts.length > 0 ? [finding('review/look-alike-suffix', { rule, destinations: texts })] : [];
}

function reviewShared({ id: rule, destinations }: Rule): Findings {
  const shared = destinations.map((destination) => ({ destination, names: sharedIn(destination) }));
  const reaching = shared.filter(({ names }) => names.length > 0);
  if (reaching.length === 0) return [];
  const texts = reaching.map(({ destination }) => destinationText(destination));
  const names = [...new Set(reaching.flatMap((one) => one.names))];
  return [finding('review/shared-domain', { rule, destinations: texts, domains: names })];
}

function isAnyPort({ ports }: Service): boolean {
  return portsContain(ports, anyPort);
}

/** A service by every port is not about HTTP, and has findings of its own. */
function reviewHttp({ id: rule, destinations, services }: Rule): Findings {
  const plain = services.some(
    (service) => service.protocol === 'tcp' && !isAnyPort(service) && portsContain(service.ports, { from: 80, to: 80 }),
  );
  return plain ? [finding('review/plain-http', { rule, destinations: destinations.map(destinationText) })] : [];
}

function reviewPorts({ id: rule, direction, sources, destinations, services }: Rule): Findings {
  if (!services.some(isAnyPort)) return [];
  const peers = direction === 'inbound' ? sources : destinations;
  const tags = peers.flatMap((item) => (item.kind === 'service-tag' ? [item.tag] : []));
  return tags.length > 0 ? [finding('review/any-port-tag', { rule, tags })] : [];
}

/** What a rule by itself allows that a reader should know. */
export function reviewRule(rule: Rule): Findings {
  if (rule.action !== 'allow') return [];
  const outbound = rule.direction === 'outbound' ? [...reviewShared(rule), ...reviewHttp(rule)] : [];
  return [...reviewSuffixes(rule), ...outbound, ...reviewPorts(rule)];
}
