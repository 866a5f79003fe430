import type { Direction, Protocol } from '@azureml-firewall/rule-model';

/** What a client says once it is connected: a request in TLS or in the clear, bytes that are neither, or a datagram. */
export type Talk = 'tls' | 'http' | 'raw' | 'udp';

/** Why a probe is sent: because an entry lists it, or because it comes close to one. */
export const kinds = [
  'listed',
  'apex',
  'sub-domain',
  'look-alike',
  'wrong-host',
  'wrong-port',
  'wrong-protocol',
  'bare-address',
  'address-of-listed-name',
  'outside-prefix',
  'foreign-name',
  'foreign-address',
  'plain-http',
  'plain-bytes',
  'path-outside',
  'path-dots',
  'other-source',
  'ipv6',
  'name-in-prefix',
] as const;

/** One of the {@link kinds}. */
export type Kind = (typeof kinds)[number];

/** One connection, as a client opens it. */
export interface Probe {
  readonly id: number;
  readonly kind: Kind;
  /** Id of the entry that it was made for. */
  readonly entry: string;
  readonly direction: Direction;
  readonly protocol: Protocol;
  readonly port: number;
  readonly source: string;
  readonly address: string;
  /** The name that is looked up, or asked of a proxy; null for a client that only has an address. */
  readonly asked: string | null;
  /** The name that is shown to the server: SNI or Host. */
  readonly shown: string | null;
  /** Whether the address is the one that the name asked for has. */
  readonly genuine: boolean;
  readonly talk: Talk;
  readonly path: string;
}

/** What became of a probe. */
export interface Observation {
  readonly id: number;
  /** Whether the resolver gave an address for the name; null where none was asked. */
  readonly resolved: boolean | null;
  /** Whether the server's own answer came back. */
  readonly answered: boolean;
  /** How it ended where no answer came: `ECONNREFUSED`, `no answer`. */
  readonly how: string;
}
