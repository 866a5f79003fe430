import type { Entry, Wildcard } from '@azureml-firewall/rule-model';
import { exact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** All hosts below a domain: a star is any number of labels, and at least one. */
export function lowerWildcard(entry: Entry<Wildcard>): Lowered<Match, Code> {
  return exact(matchOf(entry, `*.${entry.destination.parent}`));
}
