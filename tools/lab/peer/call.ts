import type { Observation, Probe } from '../probe.js';

/** A proxy that is asked for every connection in TCP: its address for clients of either family. */
export interface Proxy {
  readonly ipv4: string;
  readonly ipv6: string;
  readonly port: number;
}

/** A datagram server's address and port. It answers from there, so it can't listen everywhere at once. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** What a peer in a namespace is asked to do. */
export type Call =
  | { readonly do: 'listen'; readonly tcp: readonly number[]; readonly udp: readonly Endpoint[] }
  | { readonly do: 'probe'; readonly probes: readonly Probe[]; readonly resolver?: string; readonly proxy?: Proxy }
  | { readonly do: 'loop'; readonly probes: readonly Probe[] }
  | { readonly do: 'stop' };

/** Connections of a loop, by the id of the probe that was repeated. */
export interface Tally {
  readonly id: number;
  readonly answered: number;
  readonly refused: number;
}

/** The answers to the calls. */
export interface Answers {
  readonly listen: null;
  readonly probe: readonly Observation[];
  readonly loop: null;
  readonly stop: readonly Tally[];
}

/** What peers share: the certificate that carries all names, its key, and the authority that clients trust. */
export interface Credentials {
  readonly certificate: string;
  readonly key: string;
  readonly authority: string;
}
