import type { Entry, ServiceTag } from '@azureml-firewall/rule-model';
import { exact, omitted, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match.js';

/** The addresses of a tag in a dated document. */
export function lowerServiceTag(entry: Entry<ServiceTag>): Lowered<Match, Code> {
  const { tag, resolved } = entry.destination;
  if (!resolved) return omitted('cisco-asa/tag-unresolved', { destination: tag });
  return exact(matchOf(entry, { kind: 'prefixes', tag, prefixes: resolved.prefixes }));
}
