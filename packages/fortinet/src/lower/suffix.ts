import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { inexact, unite, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { lowerBelow, lowerHost } from './names.js';

function howOf(below: Lowered<Match, Code>): string {
  if (below.outcome === 'omitted') return '';
  const tags = below.nodes.flatMap(({ target }) => (target.kind === 'tag' ? target.tag : []));
  return tags.length === 0
    ? 'by the addresses in DNS answers that the FortiGate has seen in clear text'
    : `by its own addresses and all of ${tags.join(', ')}`;
}

/**
 * `*pytorch.org`: the domain and all below it. How FortiOS takes a star without a dot is not verified (ANS, TFF say
 * nothing), so that look-alikes are left out; in a deny too, which makes it an error by its verdict.
 */
export function lowerSuffix(entry: Entry<Suffix>, context: Context<FortinetOptions>): Lowered<Match, Code> {
  const { suffix } = entry.destination;
  const below = lowerBelow(entry, suffix, context);
  const pair = unite([lowerHost(entry, suffix), below]);
  if (pair.outcome === 'omitted' || below.outcome === 'omitted') return pair;
  return inexact('approximated', pair.nodes, 'fortinet/suffix-as-pair', {
    destination: destinationText(entry.destination),
    how: howOf(below),
  });
}
