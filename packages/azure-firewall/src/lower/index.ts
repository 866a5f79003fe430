import type { Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { outbound } from './outbound.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** The answers, one for each kind of destination. */
export const lower: Lowering<Match, AzureFirewallOptions, Code> = {
  fqdn: outbound(lowerFqdn),
  wildcard: outbound(lowerWildcard),
  suffix: outbound(lowerSuffix),
  url: outbound(lowerUrl),
  'service-tag': outbound(lowerServiceTag),
  cidr: outbound(lowerCidr),
};
