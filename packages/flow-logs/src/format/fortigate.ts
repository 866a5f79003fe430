import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';
import { parseLoggedUrl } from '../url.js';

const pair = /([A-Za-z0-9_.-]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)/g;

/** `key=value`, the value quoted or not: which depends on the version. Keys in lower case. */
function pairsOf(line: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const [, key = '', value = ''] of line.matchAll(pair))
    pairs.set(key.toLowerCase(), value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value);
  return pairs;
}

const denying = new Set(['deny', 'denied', 'block', 'blocked', 'dropped']);

/** A line of FortiOS, key=value or CEF: traffic that was denied, or a request that the web filter blocked. */
export function readFortigate(line: string): Line {
  const pairs = pairsOf(line);
  const value = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => pairs.get(key)).find((one) => one !== undefined && one !== '');
  const action = value('action', 'act')?.toLowerCase();
  if (action === undefined) return pairs.size > 0 ? other : broken('no key=value');
  if (!denying.has(action)) return other;
  const url = parseLoggedUrl(value('url', 'request') ?? '');
  return deniedLine({
    source: value('srcip', 'src'),
    host: value('hostname', 'dhost') ?? url?.host,
    address: value('dstip', 'dst'),
    protocol: value('proto') ?? '',
    port: value('dstport', 'dpt'),
    path: url?.path,
    reason: value('policyid') === undefined ? undefined : `policy ${value('policyid') ?? ''}`,
  });
}
