import { parsePortRange, type PortRange } from '@azureml-firewall/rule-model';
import type { Redirect } from '../model.js';

const redirection = /tcp dport \{ ([0-9, -]+) \} redirect to :([0-9]+)$/;

function readPorts(text: string): readonly PortRange[] {
  return text.split(', ').flatMap((range) => {
    const parsed = parsePortRange(range);
    return parsed.ok ? parsed.value : [];
  });
}

/** The clients that `fence.nft` names. */
export function readClients(fence: string): readonly string[] {
  return [...fence.matchAll(/saddr \{ ([^}]+) \} jump aml_refuse$/gm)].flatMap(([, list = '']) => list.split(', '));
}

/** What `redirect.nft` sends where; which port of squid is which, its configuration says. */
export function readRedirect(text: string, httpPort: number, tlsPort: number): Redirect {
  const byPort = new Map<number, readonly PortRange[]>();
  for (const line of text.split('\n')) {
    const [, ports, to] = redirection.exec(line) ?? [];
    if (ports !== undefined) byPort.set(Number(to), readPorts(ports));
  }
  return { http: byPort.get(httpPort) ?? [], tls: byPort.get(tlsPort) ?? [], httpPort, tlsPort };
}
