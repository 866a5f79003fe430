import type { Entry, Fqdn } from '@azureml-firewall/rule-model';
import type { Context, Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { LinuxOptions } from '../options.js';
import { lowerNames } from './names.js';

/** One host, by the addresses that the resolver answers for it. */
export function lowerFqdn(entry: Entry<Fqdn>, context: Context<LinuxOptions>): Lowered<Match, Code> {
  return lowerNames(entry, [{ kind: 'host', host: entry.destination.host }], context);
}
