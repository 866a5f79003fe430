import * as fc from 'fast-check';
import type { Flow } from '@azureml-firewall/rule-model';

/** Hosts with their addresses: some share one, as on a content network, and the last has addresses far apart. */
export const hosts: Readonly<Record<string, readonly string[]>> = {
  'example.com': ['192.0.2.1', '2001:db8:1::1'],
  'a.example.com': ['192.0.2.2', '2001:db8:1::2'],
  'b.a.example.com': ['192.0.2.3'],
  'evilexample.com': ['203.0.113.9', '2001:db8:9::9'],
  'other.test': ['192.0.2.1', '2001:db8:1::1'],
  'xn--bcher-kva.example': ['192.0.2.10'],
  'mixed.test': ['192.0.2.5', '203.0.113.7', '2001:db8::5', '2001:db8:9::7'],
};

const addresses = [
  ...['192.0.2.77', '192.0.2.130', '192.0.2.200', '198.51.100.1', '198.51.100.200', '198.18.0.1', '198.18.57.65'],
  ...['203.0.113.1', '2001:db8::1', '2001:db8:2::1', '2001:db9::1'],
];
const sources = [
  ...['10.20.0.5', '10.9.0.1', '172.16.0.1', '192.0.2.5', '198.18.3.1'],
  ...['fd00::5', '2001:db8:2::7', '2001:db9::7'],
];
const ports = [443, 443, 80, 8080, 8787, 8706, 445, 5831, 10_003, 10_004, 22, 65_535];
const ofHttp = new Set([80, 443, 8080]);

const ends = fc.oneof(
  fc.constantFrom(...addresses).map((address) => ({ host: null, address })),
  fc
    .constantFrom(...Object.entries(hosts))
    .chain(([host, list]) => fc.constantFrom(...list).map((address) => ({ host, address }))),
);

/**
 * Connections that can exist, near what random policies ask for: both ends of one family, hosts at their addresses, paths
 * where HTTP is.
 */
export const flows: fc.Arbitrary<Flow> = fc
  .record({
    direction: fc.constantFrom<Flow['direction']>('outbound', 'outbound', 'outbound', 'inbound'),
    source: fc.constantFrom(...sources),
    end: ends,
    protocol: fc.constantFrom<Flow['protocol']>('tcp', 'tcp', 'udp'),
    port: fc.constantFrom(...ports),
    path: fc.constantFrom('/path/file', '/path/x/y', '/x', '/'),
  })
  .filter(({ source, end }) => source.includes(':') === end.address.includes(':'))
  .map(({ end, path, ...flow }) => {
    const isWeb = flow.protocol === 'tcp' && ofHttp.has(flow.port);
    return { ...flow, ...end, path: isWeb && end.host !== null ? path : null };
  });

const poolSize = 4000;
const together = 40;

/** Forty connections at once, out of a pool: drawing each anew takes longer than all that is tested with it. */
export function manyFlows(seed: number): fc.Arbitrary<readonly Flow[]> {
  const pool = fc.sample(flows, { seed, numRuns: poolSize });
  return fc.nat(poolSize - together).map((at) => pool.slice(at, at + together));
}
