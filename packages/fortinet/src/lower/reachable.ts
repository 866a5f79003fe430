import { destinationText, sourceText, type Destination, type Entry } from '@azureml-firewall/rule-model';
import { omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { droppedSources, familiesOf, sourcesOf } from '../sources.js';

/** An answer for one kind of destination. */
export type Lower<D extends Destination> = (entry: Entry<D>, context: Context<FortinetOptions>) => Lowered<Match, Code>;

/** What holds for every kind of destination: traffic needs a source, and both ends in one address family. */
export function reachable<D extends Destination>(lower: Lower<D>): Lower<D> {
  return (entry, context) => {
    const { rule, destination } = entry;
    const { families } = sourcesOf(rule, context.options);
    if (families.length === 0) return omitted('fortinet/no-usable-source', { sources: rule.sources.map(sourceText) });
    const answer = lower(entry, context);
    if (answer.outcome === 'omitted') return answer;
    const ends = [...new Set(answer.nodes.flatMap(({ target }) => familiesOf(target)))];
    const dropped = droppedSources(rule, ends, context.options);
    if (!ends.some((family) => families.includes(family)))
      return omitted('fortinet/no-common-family', { rule: rule.id, destination: destinationText(destination) });
    if (dropped.length === 0) return answer;
    return qualify(answer, 'narrowed', {
      code: 'fortinet/sources-dropped',
      data: { rule: rule.id, sources: dropped },
    });
  };
}
