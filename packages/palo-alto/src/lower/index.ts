import type { Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { fromSources } from './from-sources.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** The answers, one for each kind of destination. */
export const lower: Lowering<Node, PaloAltoOptions, Code> = {
  fqdn: fromSources(lowerFqdn),
  wildcard: fromSources(lowerWildcard),
  suffix: fromSources(lowerSuffix),
  url: fromSources(lowerUrl),
  'service-tag': fromSources(lowerServiceTag),
  cidr: fromSources(lowerCidr),
};
