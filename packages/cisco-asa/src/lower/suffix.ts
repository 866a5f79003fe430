import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { inexact, unite, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { lowerHost } from './match.js';
import { lowerBelow } from './wildcard.js';

/** `*pytorch.org`: the domain itself, and what is below it as far as tags hold it. */
export function lowerSuffix(entry: Entry<Suffix>): Lowered<Match, Code> {
  const below = lowerBelow(entry);
  const pair = unite([lowerHost(entry, entry.destination.suffix), below]);
  // Where nothing can be said of the hosts below, that is the graver thing to tell.
  if (pair.outcome === 'omitted' || below.outcome === 'omitted') return pair;
  const data = { destination: destinationText(entry.destination) };
  return inexact('approximated', pair.nodes, 'cisco-asa/suffix-as-pair', data);
}
