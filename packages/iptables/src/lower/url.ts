import type { Entry, UrlPath } from '@azureml-firewall/rule-model';
import { inexact, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { LinuxOptions } from '../options.js';
import { lowerNames, textsOf } from './names.js';

/** A path: the whole host, since packets show no path. */
export function lowerUrl(entry: Entry<UrlPath>, context: Context<LinuxOptions>): Lowered<Match, Code> {
  const { host } = entry.destination;
  const answer = lowerNames(entry, [{ kind: 'host', host }], context);
  if (answer.outcome === 'omitted' || answer.outcome === 'exact') return answer;
  if (answer.finding.code === 'iptables/covered-by-tag') return answer;
  return inexact(answer.outcome, answer.nodes, 'iptables/path-widened-to-host', { ...textsOf(entry), host });
}
