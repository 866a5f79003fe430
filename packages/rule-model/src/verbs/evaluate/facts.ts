import type { Flow } from '../../model/flow.js';
import type { Direction } from '../../model/rule.js';
import type { Protocol } from '../../model/service.js';
import { addressFrom, type Address } from '../../net/address.js';
import { hostOfFlow } from '../../net/host-relation.js';
import { parseUrlPath } from '../../net/url-path.js';

/** A flow whose values are read: undefined for what is not known, null for what there is none of. */
export interface Facts {
  readonly direction: Direction;
  readonly protocol: Protocol;
  readonly port: number;
  readonly source: Address | undefined;
  readonly host: string | null | undefined;
  readonly address: Address | null | undefined;
  readonly path: string | null | undefined;
}

function read<T>(text: string | null | undefined, reader: (text: string) => T): T | null | undefined {
  return text === null || text === undefined ? text : reader(text);
}

/** A path that has no canonical spelling can't be held against a pattern: servers and filters differ on it. */
function pathOfFlow(text: string): string | undefined {
  const parsed = parseUrlPath(text);
  return parsed.ok ? parsed.value : undefined;
}

/**
 * Reads the values of a flow.
 *
 * @throws RangeError for an address that is none.
 */
export function factsOf({ direction, protocol, port, source, host, address, path }: Flow): Facts {
  return {
    direction,
    protocol,
    port,
    source: source === undefined ? undefined : addressFrom(source),
    host: read(host, hostOfFlow),
    address: read(address, addressFrom),
    path: read(path, pathOfFlow),
  };
}
