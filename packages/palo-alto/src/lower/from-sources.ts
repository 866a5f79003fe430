import { sourceText, type Destination, type Entry } from '@azureml-firewall/rule-model';
import { omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import { droppedSources, sourcesOf } from '../addresses.js';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';

type Lower<D extends Destination> = (entry: Entry<D>, context: Context<PaloAltoOptions>) => Lowered<Node, Code>;

/** What holds for every kind of destination: a rule can take only the sources that have addresses. */
export function fromSources<D extends Destination>(lower: Lower<D>): Lower<D> {
  return (entry, context) => {
    const { rule, destination } = entry;
    const { items } = sourcesOf(rule, context.options);
    if (items.length === 0) return omitted('palo-alto/no-usable-source', { sources: rule.sources.map(sourceText) });
    const answer = lower(entry, context);
    const dropped = droppedSources(rule, [destination], context.options);
    if (dropped.length === 0) return answer;
    return qualify(answer, 'narrowed', {
      code: 'palo-alto/sources-dropped',
      data: { rule: rule.id, sources: dropped },
    });
  };
}
