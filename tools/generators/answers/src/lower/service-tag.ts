import { serviceText, type Entry, type ServiceTag } from '@azureml-firewall/rule-model';
import { exact, omitted, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** The addresses of a service tag, where they are known. */
export function lowerServiceTag(entry: Entry<ServiceTag>): Lowered<Match, Code> {
  const { tag, resolved } = entry.destination;
  const [first, ...rest] = (resolved?.prefixes ?? []).map((prefix) => matchOf(entry, prefix));
  if (first) return exact(first, ...rest);
  return omitted('new-vendor/not-expressible', { destination: tag, service: serviceText(entry.service) });
}
