import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { inexact, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { matchOf } from './match-of.js';

/** The domain and all below it: what only ends alike can't be said, and is rarely meant. */
export function lowerSuffix(entry: Entry<Suffix>): Lowered<Match, Code> {
  const { suffix } = entry.destination;
  const nodes = [matchOf(entry, suffix), matchOf(entry, `*.${suffix}`)] as const;
  return inexact('narrowed', nodes, 'new-vendor/look-alikes-excluded', {
    destination: destinationText(entry.destination),
  });
}
