import { portText, type PortRange } from '../net/ports.js';

/** Transport protocols of a service. A source's "any" becomes one service of each. */
export type Protocol = 'tcp' | 'udp';

/** What is spoken on the ports, where the source says so or the port is the registered one. */
export type Application = 'http' | 'https' | 'smb';

/** A protocol with its ports: never empty, ascending, not overlapping. */
export interface Service {
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
  readonly application?: Application;
}

/** Shows a service as a person writes it: `tcp/443`, `tcp/8787,18881`, `udp/*`. */
export function serviceText({ protocol, ports }: Service): string {
  return `${protocol}/${ports.map(portText).join(',')}`;
}
