import { mergePorts, type PortRange } from '@azureml-firewall/rule-model';
import type { Context } from '@azureml-firewall/renderer-kit';
import type { AnyBlock } from './blocks.js';
import type { Redirect } from './model.js';
import type { SquidOptions } from './options.js';
import { httpPorts, portsApart } from './web-ports.js';

/** The ports on which squid decides, each once. */
export function portsTogether(parts: readonly { readonly ports: readonly PortRange[] }[]): readonly PortRange[] {
  return mergePorts(parts.flatMap(({ ports }) => ports));
}

/** What a gateway redirects: nothing where clients name the proxy themselves. */
export function redirectOf(
  blocks: readonly AnyBlock[],
  { policy, options }: Context<SquidOptions>,
): Redirect | undefined {
  const { mode, interceptHttpPort, interceptTlsPort } = options;
  const ports = portsTogether(blocks);
  if (mode === 'explicit' || ports.length === 0) return undefined;
  return { ...portsApart(ports, httpPorts(policy)), httpPort: interceptHttpPort, tlsPort: interceptTlsPort };
}
