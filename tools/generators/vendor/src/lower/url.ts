import type { Entry, UrlPath } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** A path of one host. */
export function lowerUrl(entry: Entry<UrlPath>): Lowered<Match, Code> {
  return unanswered(`are paths seen at all, or does ${entry.destination.host} become the whole host?`);
}
