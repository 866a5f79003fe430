import * as fc from 'fast-check';
import type { LinuxOptions } from '../../src/index.js';

/** Random options that may be together, for both targets. */
export const options: fc.Arbitrary<Partial<LinuxOptions>> = fc.record({
  mode: fc.constantFrom('gateway', 'gateway', 'host'),
  prefix: fc.constantFrom('aml', 'x', 'abcdefg8'),
  subnets: fc.constantFrom([], ['10.0.0.0/8', 'fd00::/8'], ['10.20.0.0/16'], ['0.0.0.0/0', '::/0']),
  names: fc.constantFrom('learnt', 'learnt', 'prefer-covering', 'covering'),
  upstreams: fc.constantFrom(['168.63.129.16'], ['192.0.2.53', '2001:db8::53#5353']),
  otherNames: fc.constantFrom('refuse', 'resolve'),
  dnsUid: fc.constantFrom('dnsmasq', '999'),
  logPrefix: fc.constantFrom('aml-', ''),
  logPerMinute: fc.constantFrom(0, 10),
  maxLearnt: fc.constantFrom(64, 65_535),
  learntSeconds: fc.constantFrom(300, 86_400),
});
