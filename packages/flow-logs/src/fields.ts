import { parseHostname, type Flow, type Protocol } from '@azureml-firewall/rule-model';
import { isAddress } from './address.js';
import { broken, type Line } from './line.js';

/** What a record of whatever format says, as text. */
export interface Fields {
  readonly source?: string | undefined;
  readonly host?: string | undefined;
  readonly address?: string | undefined;
  readonly protocol: string;
  readonly port: string | number | undefined;
  readonly path?: string | undefined;
  readonly reason?: string | undefined;
}

/** IANA protocol numbers and the words that logs use, web traffic being TCP. */
const protocols: Readonly<Record<string, Protocol>> = {
  '6': 'tcp',
  '17': 'udp',
  tcp: 'tcp',
  udp: 'udp',
  http: 'tcp',
  https: 'tcp',
  mssql: 'tcp',
};

function portOf(port: string | number | undefined): number | undefined {
  const value = Number(port);
  return Number.isInteger(value) && value >= 1 && value <= 65535 ? value : undefined;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Puts in where a flow goes to; false for none. A name that is an address in disguise, as proxies log it, is the address. */
function setDestination(flow: Writable<Flow>, { host = '', address = '' }: Fields): boolean {
  const disguised = host !== '' && isAddress(host);
  if (host !== '' && !disguised) {
    const named = parseHostname(host);
    if (!named.ok) return false;
    flow.host = named.value;
  }
  if (address !== '' && isAddress(address)) flow.address = address;
  else if (disguised) flow.address = host;
  return flow.host !== undefined || flow.address !== undefined;
}

/** A denied connection from the fields of a record, or why they are none. */
export function deniedLine(fields: Fields): Line {
  const protocol = protocols[fields.protocol.toLowerCase()];
  // ICMP and the like have no ports: no rule of a workspace speaks of them.
  if (!protocol) return { kind: 'other' };
  const port = portOf(fields.port);
  if (port === undefined) return broken('no destination port');
  const { source, path, reason } = fields;
  // Filled in step by step: spread from parts, each flow would have a hidden class of its own, slow to read in Node 20.
  const flow: Writable<Flow> = { direction: 'outbound', protocol, port };
  if (!setDestination(flow, fields)) return broken('no destination');
  if (source !== undefined && isAddress(source)) flow.source = source;
  if (path?.startsWith('/') === true) flow.path = path;
  return reason === undefined || reason === '' ? { kind: 'denied', flow } : { kind: 'denied', flow, reason };
}
