import type { Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { NewVendorOptions } from '../options.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { reachable } from './reachable.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** The answer for each kind of destination. */
export const lower: Lowering<Match, NewVendorOptions, Code> = {
  fqdn: reachable(lowerFqdn),
  wildcard: reachable(lowerWildcard),
  suffix: reachable(lowerSuffix),
  url: reachable(lowerUrl),
  'service-tag': reachable(lowerServiceTag),
  cidr: reachable(lowerCidr),
};
