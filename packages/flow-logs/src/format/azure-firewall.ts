import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';
import { parseLoggedUrl } from '../url.js';
import { readMessage } from './azure-firewall-message.js';

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(record: Json, key: string): string | undefined {
  const value = record[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A record of the resource-specific tables AZFWApplicationRule and AZFWNetworkRule. */
function readRecord(record: Json): Line {
  const action = text(record, 'Action')?.toLowerCase();
  if (action === undefined) return other;
  if (action !== 'deny') return other;
  const url = text(record, 'TargetUrl');
  return deniedLine({
    source: text(record, 'SourceIp'),
    host: text(record, 'Fqdn'),
    address: text(record, 'DestinationIp'),
    protocol: text(record, 'Protocol') ?? '',
    port: text(record, 'DestinationPort'),
    path: url === undefined || url === '' ? undefined : parseLoggedUrl(url)?.path,
    reason: text(record, 'ActionReason'),
  });
}

/** Event Hub and storage wrap a record in `properties`; Log Analytics exports flat columns, `msg_s` among them. */
function readJson(record: Json): Line {
  const inner = isObject(record['properties']) ? record['properties'] : record;
  const message = text(inner, 'msg') ?? text(record, 'msg_s');
  return message === undefined ? readRecord(inner) : readMessage(message);
}

/** A record of Azure Firewall as one line of JSON, resource-specific or legacy. */
export function readAzureFirewall(line: string): Line {
  // Most lines of a busy log are allowed connections: they need not be parsed to be passed over.
  if (!/deny|denied/i.test(line)) return line.startsWith('{') ? other : broken('no JSON object');
  try {
    const record: unknown = JSON.parse(line);
    return isObject(record) ? readJson(record) : broken('no JSON object');
  } catch {
    return broken('no JSON object');
  }
}
