import * as fc from 'fast-check';
import type { FortinetOptions } from '../../src/index.js';

/** Random options that may be together. */
export const options: fc.Arbitrary<Partial<FortinetOptions>> = fc.record({
  version: fc.constantFrom('7.2', '7.4'),
  prefix: fc.constantFrom('aml-', 'x'),
  nat: fc.constantFrom('enable', 'disable', 'central'),
  log: fc.constantFrom('all', 'utm', 'disable'),
  ipv6: fc.boolean(),
  wildcards: fc.constantFrom('learnt', 'prefer-covering', 'covering'),
  serviceTags: fc.constantFrom('addresses', 'feeds'),
  feedUrl: fc.constant('https://lists.example.com/firewall'),
  deepInspection: fc.boolean(),
  membersPerGroup: fc.constantFrom(10, 250),
  policyIdTo: fc.constantFrom(1_001_000, 1_999_999),
});
