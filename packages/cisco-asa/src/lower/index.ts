import type { Entry } from '@azureml-firewall/rule-model';
import type { Lowered, Lowering } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { CiscoAsaOptions } from '../options.js';
import { withSources } from '../sources.js';
import { lowerCidr } from './cidr.js';
import { lowerFqdn } from './fqdn.js';
import { lowerServiceTag } from './service-tag.js';
import { lowerSuffix } from './suffix.js';
import { lowerUrl } from './url.js';
import { lowerWildcard } from './wildcard.js';

/** An answer for the sources that an access list can name: what holds for none of them is not said. */
function fromSources<E extends Entry>(answer: (entry: E) => Lowered<Match, Code>) {
  return (entry: E): Lowered<Match, Code> => withSources(entry, answer(entry));
}

/** The answer for each kind of destination. */
export const lower: Lowering<Match, CiscoAsaOptions, Code> = {
  fqdn: fromSources(lowerFqdn),
  wildcard: fromSources(lowerWildcard),
  suffix: fromSources(lowerSuffix),
  url: fromSources(lowerUrl),
  'service-tag': fromSources(lowerServiceTag),
  cidr: fromSources(lowerCidr),
};
