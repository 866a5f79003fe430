import type { Entry, ServiceTag } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** A service tag, by its name or by its addresses where they are known. */
export function lowerServiceTag(entry: Entry<ServiceTag>): Lowered<Match, Code> {
  return unanswered(`does the vendor know ${entry.destination.tag}, and how are its addresses said?`);
}
