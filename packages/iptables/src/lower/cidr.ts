import type { Cidr, Entry } from '@azureml-firewall/rule-model';
import { exact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './names.js';

/** A prefix of either family. */
export function lowerCidr(entry: Entry<Cidr>): Lowered<Match, Code> {
  return exact(matchOf(entry, { kind: 'prefix', prefix: entry.destination.prefix }));
}
