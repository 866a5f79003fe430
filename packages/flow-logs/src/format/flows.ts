import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';
import { parseLoggedUrl } from '../url.js';

function text(record: object, key: string): string | undefined {
  const value: unknown = Reflect.get(record, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** One flow as a JSON object with `host` or `address`, `protocol`, `port`, and where known `source`, `path`, `action`. */
export function readFlow(line: string): Line {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return broken('no JSON object');
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return broken('no JSON object');
  if (text(record, 'action') === 'allow') return other;
  const protocol = text(record, 'protocol');
  // Without one it is a record of somebody else's, or a name is misspelt: no flow, and not one that may be passed over.
  if (protocol === undefined) return broken('no protocol');
  const path = text(record, 'path');
  return deniedLine({
    source: text(record, 'source'),
    host: text(record, 'host'),
    address: text(record, 'address'),
    protocol,
    port: text(record, 'port'),
    path: path === undefined ? undefined : (parseLoggedUrl(`x${path}`)?.path ?? path),
    reason: text(record, 'reason'),
  });
}
