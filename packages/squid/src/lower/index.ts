import type { Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { SquidOptions } from '../options.js';
import { carried } from './carried.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** The answer for each kind of destination. */
export const lower: Lowering<Match, SquidOptions, Code> = {
  fqdn: carried(lowerFqdn),
  wildcard: carried(lowerWildcard),
  suffix: carried(lowerSuffix),
  url: carried(lowerUrl),
  'service-tag': carried(lowerServiceTag),
  cidr: carried(lowerCidr),
};
