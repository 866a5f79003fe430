import type { Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { NewVendorOptions } from '../options.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** The answer for each kind of destination. */
export const lower: Lowering<Match, NewVendorOptions, Code> = {
  fqdn: lowerFqdn,
  wildcard: lowerWildcard,
  suffix: lowerSuffix,
  url: lowerUrl,
  'service-tag': lowerServiceTag,
  cidr: lowerCidr,
};
