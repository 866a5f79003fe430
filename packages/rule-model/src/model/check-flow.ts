import type { Flow } from './flow.js';
import { directions } from './rule.js';
import { protocols } from './service.js';

function refuse(field: string, found: unknown, expected: string): never {
  throw new RangeError(`${field} of a flow: found ${JSON.stringify(found)}, expected ${expected}`);
}

/**
 * Throws for a flow that came past the types: an answer to a misspelt question would look like one about the firewall.
 *
 * @throws RangeError for a direction, protocol or port that is none.
 */
export function checkFlow({ direction, protocol, port }: Flow): void {
  if (!directions.includes(direction)) refuse('direction', direction, directions.join(' or '));
  if (!protocols.includes(protocol)) refuse('protocol', protocol, protocols.join(' or '));
  if (!Number.isInteger(port) || port < 1 || port > 65535) refuse('port', port, 'a number from 1 to 65535');
}
