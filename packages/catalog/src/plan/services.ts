import type { Application, PortRange, Protocol, Service } from '@azureml-firewall/rule-model';
import { parseProtocolPorts } from '../profile/extra.js';

/** What is spoken on a port that the sources name by its protocol. Registered at IANA; nothing is guessed for others. */
const applications: Readonly<Record<string, Application>> = { 'tcp/80': 'http', 'tcp/443': 'https', 'tcp/445': 'smb' };

function applicationOf(protocol: Protocol, { from, to }: PortRange): Application | undefined {
  return from === to ? applications[`${protocol}/${from}`] : undefined;
}

/** Services from texts such as `tcp/443`, which the catalog's schema or `checkProfile` has seen. */
export function servicesOf(ports: readonly string[]): readonly Service[] {
  return ports.flatMap((text) => {
    const parsed = parseProtocolPorts(text);
    if (!parsed.ok) throw new TypeError(`${text} is not ${parsed.refusal.expected}`);
    const { protocols, range } = parsed.value;
    return protocols.map((protocol): Service => {
      const application = applicationOf(protocol, range);
      return { protocol, ports: [range], ...(application && { application }) };
    });
  });
}
