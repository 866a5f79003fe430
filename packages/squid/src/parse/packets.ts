import { parsePortRange, type PortRange } from '@azureml-firewall/rule-model';
import type { Redirect } from '../model.js';

/** The elements of a set. */
function elementsOf(text: string, set: string): readonly string[] {
  const [, body = ''] = new RegExp(`^\\tset ${set} \\{\\n([^]*?)^\\t\\}$`, 'm').exec(text) ?? [];
  return [...body.matchAll(/^\t\t\t([^,]+),$/gm)].map(([, element = '']) => element);
}

/** The clients that `fence.nft` names. */
export function readClients(fence: string): readonly string[] {
  return [...elementsOf(fence, 'clients_4'), ...elementsOf(fence, 'clients_6')];
}

function portsIn(text: string, set: string): readonly PortRange[] {
  return elementsOf(text, set).flatMap((range) => {
    const parsed = parsePortRange(range);
    return parsed.ok ? parsed.value : [];
  });
}

/** What `redirect.nft` sends to the ports that the configuration has for HTTP and TLS. */
export function readRedirect(text: string, httpPort: number, tlsPort: number): Redirect {
  return { http: portsIn(text, 'http_ports'), tls: portsIn(text, 'tls_ports'), httpPort, tlsPort };
}
