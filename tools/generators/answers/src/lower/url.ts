import { destinationText, type Entry, type UrlPath } from '@azureml-firewall/rule-model';
import { inexact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** The whole host: New Vendor sees no paths. */
export function lowerUrl(entry: Entry<UrlPath>): Lowered<Match, Code> {
  const { host } = entry.destination;
  const data = { destination: destinationText(entry.destination), host };
  return inexact('widened', [matchOf(entry, host)], 'new-vendor/path-widened-to-host', data);
}
