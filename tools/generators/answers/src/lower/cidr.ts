import type { Cidr, Entry } from '@azureml-firewall/rule-model';
import { exact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** One prefix, of either family. */
export function lowerCidr(entry: Entry<Cidr>): Lowered<Match, Code> {
  return exact(matchOf(entry, entry.destination.prefix));
}
