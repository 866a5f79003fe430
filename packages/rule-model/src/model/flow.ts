import type { Direction } from './rule.js';
import type { Protocol } from './service.js';

/**
 * One connection to be judged. What is left out is not known; `null` says that there is none, as with traffic that
 * names no host, or a proxy that decides by name alone. Spellings other than the canonical ones are understood.
 */
export interface Flow {
  readonly direction: Direction;
  /** Address that opens the connection: of the own network when outbound, of the remote peer when inbound. */
  readonly source?: string;
  /** Name of the host that is asked for. */
  readonly host?: string | null;
  /** Address that the connection goes to. */
  readonly address?: string | null;
  readonly protocol: Protocol;
  /** Port that the connection goes to, from 1 to 65535. */
  readonly port: number;
  /** URL path without query, of a flow whose URL can be seen. */
  readonly path?: string | null;
}
