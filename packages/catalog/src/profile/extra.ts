import {
  accepted,
  parseDestination,
  parsePortRange,
  parseServiceTagName,
  parseSingleLine,
  refused,
  type Destination,
  type Parsed,
  type PortRange,
  type Protocol,
} from '@azureml-firewall/rule-model';
import type { ExtraNeed } from './profile.js';

/** A protocol with one range of ports, from `tcp/443`, `udp/8704-8710`, `any/443` or `tcp/*`. */
export interface ProtocolPorts {
  readonly protocols: readonly Protocol[];
  readonly range: PortRange;
}

/** Reads `tcp/443`. A source's "any" stands for TCP and UDP. */
export function parseProtocolPorts(text: string): Parsed<ProtocolPorts> {
  const [, protocol, ports = ''] = /^(tcp|udp|any)\/(.+)$/.exec(text) ?? [];
  if (!protocol) return refused('profile/ports', text, 'a protocol and its ports, such as tcp/443 or udp/5000-5010');
  const range = parsePortRange(ports);
  if (!range.ok) return { ok: false, refusal: { ...range.refusal, found: text } };
  return accepted({ protocols: protocol === 'any' ? ['tcp', 'udp'] : [protocol as Protocol], range: range.value });
}

/** The destination of a need of the user's own. */
export function parseExtraDestination({ to, tag }: ExtraNeed): Parsed<Destination> {
  if (to !== undefined && tag !== undefined)
    return refused(
      'profile/extra',
      `${to} and ${tag}`,
      'either to (a host or prefix) or tag (a service tag), not both',
    );
  if (to !== undefined) return parseDestination(to);
  const name = parseServiceTagName(tag ?? '');
  return name.ok ? accepted({ kind: 'service-tag', tag: name.value }) : name;
}

/** The justification of a need: one line of at most 200 characters. */
export function parseBecause(text: string): Parsed<string> {
  return parseSingleLine(text, 200);
}
