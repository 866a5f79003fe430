import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';
import { parseLoggedUrl } from '../url.js';

const schemePorts: Readonly<Record<string, string>> = { http: '80', https: '443', ftp: '21' };

/** Time, duration, client and result, from which a line is known. */
const head = /^\s*\d+(?:\.\d+)?\s+\S+\s+(\S+)\s+([A-Z_]+\/\d{3})(?=\s|$)/;
/** Then bytes, method and what was asked for. */
const record = /* @__PURE__ */ new RegExp(`${head.source}(?:\\s+\\S+\\s+\\S+\\s+(\\S+))?`);

/**
 * A line of squid's native access log. Status 407 asks for a password and denies nothing: a client that then answers is
 * let through.
 */
export function readSquid(line: string): Line {
  // Most lines are of what was let through: they are not taken apart.
  if (!line.includes('DENIED')) return head.test(line) ? other : broken('no access log line');
  const [matched, client, result = '', target = ''] = record.exec(line) ?? [];
  if (matched === undefined) return broken('no access log line');
  if (!result.includes('DENIED') || result.endsWith('/407')) return other;
  const url = parseLoggedUrl(target);
  if (!url) return broken('no destination');
  return deniedLine({
    source: client,
    host: url.host,
    address: url.host,
    protocol: 'tcp',
    port: url.port ?? schemePorts[url.scheme ?? ''],
    path: url.path,
    reason: result,
  });
}
