import type { Destination, Entry } from '@azureml-firewall/rule-model';
import { omitted, unite, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import { sourcesOf } from '../sources.js';

type Answer<D extends Destination> = (entry: Entry<D>) => Lowered<Match, Code>;

/** An answer, given what becomes of the sources of its rule. */
export function reachable<D extends Destination>(answer: Answer<D>): Answer<D> {
  return (entry) => {
    const { kept, dropped } = sourcesOf(entry.rule);
    const data = { rule: entry.rule.id, sources: dropped };
    if (kept.length === 0) return omitted('new-vendor/no-usable-source', data);
    if (dropped.length === 0) return answer(entry);
    return unite([answer(entry), omitted('new-vendor/sources-dropped', data)]);
  };
}
