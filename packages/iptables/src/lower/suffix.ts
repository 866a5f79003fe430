import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { inexact, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { LinuxOptions } from '../options.js';
import { lowerNames } from './names.js';

/**
 * `*pytorch.org`: the domain and all below it. dnsmasq fills sets on label borders only, so that look-alikes are left
 * out; in a deny too, which makes it an error by its verdict.
 */
export function lowerSuffix(entry: Entry<Suffix>, context: Context<LinuxOptions>): Lowered<Match, Code> {
  const { suffix } = entry.destination;
  const pair: readonly [Target, Target] = [
    { kind: 'host', host: suffix },
    { kind: 'below', parent: suffix },
  ];
  const answer = lowerNames(entry, pair, context);
  if (answer.outcome === 'omitted') return answer;
  const tags = answer.nodes.flatMap(({ target }) => (target.kind === 'tag' ? target.tag : []));
  return inexact('approximated', answer.nodes, 'iptables/suffix-as-pair', {
    destination: destinationText(entry.destination),
    how: tags.length === 0 ? 'by the addresses that the resolver answers' : `by all addresses of ${tags.join(', ')}`,
  });
}
