import type { Cidr, Entry } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** One prefix, of either family. */
export function lowerCidr(entry: Entry<Cidr>): Lowered<Match, Code> {
  return unanswered(`how is the prefix ${entry.destination.prefix} said?`);
}
