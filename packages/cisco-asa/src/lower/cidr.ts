import type { Cidr, Entry } from '@azureml-firewall/rule-model';
import { exact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match.js';

/** A prefix. */
export function lowerCidr(entry: Entry<Cidr>): Lowered<Match, Code> {
  return exact(matchOf(entry, { kind: 'prefixes', prefixes: [entry.destination.prefix] }));
}
