import { familyOf, parseCidr, parseHostname, type Flow, type Protocol } from '@azureml-firewall/rule-model';
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

function isAddress(text: string): boolean {
  const parsed = parseCidr(text);
  return parsed.ok && parsed.value.endsWith(familyOf(parsed.value) === 'ipv4' ? '/32' : '/128') && !text.includes('/');
}

function portOf(port: string | number | undefined): number | undefined {
  const value = Number(port);
  return Number.isInteger(value) && value >= 1 && value <= 65535 ? value : undefined;
}

/** A name that is an address in disguise, as proxies log it, counts as the address. */
function destinationOf({ host, address }: Fields): Pick<Flow, 'host' | 'address'> | undefined {
  const named = host !== undefined && host !== '' && !isAddress(host) ? parseHostname(host) : undefined;
  const numbered = [address, host].find((text) => text !== undefined && text !== '' && isAddress(text));
  if (named && !named.ok) return undefined;
  if (!named && numbered === undefined) return undefined;
  return {
    ...(named?.ok ? { host: named.value } : {}),
    ...(numbered === undefined ? {} : { address: numbered }),
  };
}

/** A denied connection from the fields of a record, or why they are none. */
export function deniedLine(fields: Fields): Line {
  const protocol = protocols[fields.protocol.toLowerCase()];
  // ICMP and the like have no ports: no rule of a workspace speaks of them.
  if (!protocol) return { kind: 'other' };
  const port = portOf(fields.port);
  if (port === undefined) return broken('no destination port');
  const destination = destinationOf(fields);
  if (!destination) return broken('no destination');
  const { source, path, reason } = fields;
  return {
    kind: 'denied',
    flow: {
      direction: 'outbound',
      ...(source !== undefined && isAddress(source) ? { source } : {}),
      ...destination,
      protocol,
      port,
      ...(path?.startsWith('/') ? { path } : {}),
    },
    ...(reason === undefined || reason === '' ? {} : { reason }),
  };
}
