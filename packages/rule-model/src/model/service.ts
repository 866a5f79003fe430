import { portText, type PortRange } from '../net/ports.js';

/** The transport protocols of a service. */
export const protocols = ['tcp', 'udp'] as const;

/** Transport protocols of a service. A source's "any" becomes one service of each. */
export type Protocol = (typeof protocols)[number];

/** What a source can say to be spoken on a port. */
export const applications = ['http', 'https', 'smb'] as const;

/** What is spoken on the ports, where the source says so or the port is the registered one. */
export type Application = (typeof applications)[number];

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
