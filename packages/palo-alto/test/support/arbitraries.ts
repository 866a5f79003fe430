import * as fc from 'fast-check';
import type { PaloAltoOptions } from '../../src/index.js';

const place = fc.constantFrom<Partial<PaloAltoOptions>>(
  {},
  { mode: 'vsys', vsys: 'vsys 2' },
  { mode: 'shared', rulebase: 'post' },
  { mode: 'panorama', deviceGroup: 'Azure spokes', position: 'bottom' },
);

/** Random options that may be together. */
export const options: fc.Arbitrary<Partial<PaloAltoOptions>> = fc
  .tuple(
    place,
    fc.record({
      decryption: fc.boolean(),
      serviceTags: fc.constantFrom('groups', 'lists'),
      otherTcpWildcards: fc.constantFrom('category', 'addresses'),
      applications: fc.constantFrom('any', 'strict'),
      ipv6: fc.boolean(),
      groupMembers: fc.constantFrom(100, 500),
      insideZones: fc.constantFrom(['trust'], ['spoke 1', 'on-prem']),
      logSetting: fc.constantFrom('', 'default'),
      profileGroup: fc.constantFrom('', 'Out bound'),
      certificateProfile: fc.constantFrom('', 'List hosts'),
    }),
  )
  .map(([where, drawn]) => ({ ...where, ...drawn, listBaseUrl: 'https://lists.example.com/aml' }));
