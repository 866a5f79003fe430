import type { Entry, Suffix } from '@azureml-firewall/rule-model';
import type { Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { unanswered } from '../unanswered.js';

/** All names that end so: the domain, all below it, and look-alikes. */
export function lowerSuffix(entry: Entry<Suffix>): Lowered<Match, Code> {
  return unanswered(`what is closest to *${entry.destination.suffix}?`);
}
