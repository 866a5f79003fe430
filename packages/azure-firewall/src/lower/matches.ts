import type { PortRange, Protocol } from '@azureml-firewall/rule-model';
import type { NonEmpty } from '@azureml-firewall/renderer-kit';
import type { ApplicationProtocol, ApplicationTarget, Match, NetworkDestination, NetworkProtocol } from '../model.js';

const networkProtocol: Readonly<Record<Protocol, NetworkProtocol>> = { tcp: 'TCP', udp: 'UDP' };

/** Each of the pairs; the lists are never empty, since the model knows no empty list. */
function pairs<A, B>(rows: readonly A[], columns: readonly B[], make: (row: A, column: B) => Match): NonEmpty<Match> {
  return rows.flatMap((row) => columns.map((column) => make(row, column))) as readonly Match[] as NonEmpty<Match>;
}

/** Application matches of each target by each protocol. */
export function applicationMatches(
  targets: readonly ApplicationTarget[],
  protocols: readonly ApplicationProtocol[],
): NonEmpty<Match> {
  return pairs(targets, protocols, (target, protocol) => ({ rule: 'application', target, protocol }));
}

/** Network matches of each destination on each range of ports. */
export function networkMatches(
  destinations: readonly NetworkDestination[],
  protocol: Protocol,
  ranges: readonly PortRange[],
): NonEmpty<Match> {
  return pairs(destinations, ranges, (destination, ports) => ({
    rule: 'network',
    destination,
    protocol: networkProtocol[protocol],
    ports,
  }));
}
