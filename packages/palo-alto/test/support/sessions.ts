import * as fc from 'fast-check';
import type { Destination, Entry } from '@azureml-firewall/rule-model';
import type { PaloAltoOptions } from '../../src/index.js';
import type { Dns, Session } from './firewall.js';

const names = [
  'example.com',
  'a.example.com',
  'b.a.example.com',
  'evilexample.com',
  'tag-storage.eastus2',
  'fresh.example.com',
  'x.b.a.example.com',
  'other.org',
  'example.com.evil.org',
  'xexample.com',
];

/** Each name has one address, and no other name has it. */
export const dns: Dns = Object.fromEntries(names.map((name, i) => [name, `203.0.113.${i}`]));

const addresses = ['192.0.2.1', '192.0.2.77', '192.0.2.200', '198.51.100.1', '198.18.1.70', '9.9.9.9'];
const addresses6 = ['2001:db8::1', '2001:db8:1::1', '2600::1'];
const sources = ['10.20.1.1', '10.9.9.9', '11.0.0.1', 'fd00::1', '192.0.2.5', '2001:db8:2::1'];
const ports = [80, 81, 443, 445, 5831, 8443, 8704, 8710, 8711, 8787, 10_003, 10_499, 22];
const paths = ['/', '/path/', '/path/file', '/path/file/below', '/path/x/y', '/path', '/other', '/(a);b=c&d/', '/%20x'];

/** Sessions that can exist, both ends of one family; web traffic where it is known to be, and of either kind elsewhere. */
export function sessions(options: Partial<PaloAltoOptions>): fc.Arbitrary<Session> {
  return fc
    .record({
      direction: fc.constantFrom('outbound', 'outbound', 'outbound', 'inbound'),
      source: fc.constantFrom(...sources),
      host: fc.constantFrom(...names),
      named: fc.nat(9),
      elsewhere: fc.option(fc.constantFrom(...addresses)),
      elsewhere6: fc.constantFrom(...addresses6),
      protocol: fc.constantFrom('tcp', 'tcp', 'udp'),
      port: fc.constantFrom(...ports),
      path: fc.constantFrom(...paths),
      web: fc.boolean(),
    })
    .map(({ host, named, elsewhere, elsewhere6, web, ...rest }): Session => {
      const { protocol, port, source } = rest;
      const isWeb = protocol === 'tcp' && ([80, 443, 8443].includes(port) || (web && port !== 445));
      const plain = port === 80 || options.decryption === true;
      return {
        ...rest,
        host: named === 0 ? null : host,
        address: source.includes(':') ? elsewhere6 : (elsewhere ?? dns[host] ?? '9.9.9.9'),
        application: !isWeb ? 'other' : plain ? 'web-browsing' : 'ssl',
      };
    });
}

function hostFor(destination: Destination): string | undefined {
  if (destination.kind === 'fqdn' || destination.kind === 'url') return destination.host;
  if (destination.kind === 'wildcard') return `fresh.${destination.parent}`;
  return destination.kind === 'suffix' ? destination.suffix : undefined;
}

/** A session that is turned towards an entry, so that what it asks for is met often. */
export function aimed(
  session: Session,
  { rule, destination, service }: Entry,
  options: Partial<PaloAltoOptions>,
): Session {
  const { protocol, ports } = service;
  const port = ports.find(({ from, to }) => from <= session.port && session.port <= to) ? session.port : ports[0]?.from;
  const host = hostFor(destination) ?? session.host;
  const isWeb = protocol === 'tcp' && port !== 445;
  const plain = port === 80 || service.application === 'http' || options.decryption === true;
  const path = destination.kind === 'url' && session.path !== '/' ? destination.path.replace('*', 'x') : session.path;
  return {
    ...session,
    direction: rule.direction,
    protocol,
    port: port ?? session.port,
    host,
    path,
    application: !isWeb ? 'other' : plain ? 'web-browsing' : 'ssl',
  };
}
