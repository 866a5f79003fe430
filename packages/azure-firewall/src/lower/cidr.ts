import { familyOf, type Cidr, type Entry } from '@azureml-firewall/rule-model';
import { exact, omitted, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { networkMatches } from './matches.js';

/** An IPv4 prefix. An IPv6 address makes the firewall fail (firewall-known-issues.md, 2023-10). */
export function lowerCidr({
  destination: { prefix },
  service: { protocol, ports },
}: Entry<Cidr>): Lowered<Match, Code> {
  if (familyOf(prefix) === 'ipv6') return omitted('azure-firewall/ipv6-destination', { destination: prefix });
  return exact(...networkMatches([{ kind: 'prefix', text: prefix }], protocol, ports));
}
