import { destinationText, type Entry, type Suffix } from '@azureml-firewall/rule-model';
import { qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Node } from '../node.js';
import type { PaloAltoOptions } from '../options.js';
import { lowerNamed } from './names.js';

/** `*pytorch.org`: a star that is glued to text is no legal token, so that only the domain and all below it can be said. */
export function lowerSuffix(entry: Entry<Suffix>, context: Context<PaloAltoOptions>): Lowered<Node, Code> {
  const { suffix } = entry.destination;
  return qualify(lowerNamed(entry, { urls: [`${suffix}/`, `*.${suffix}/`] }, context), 'narrowed', {
    code: 'palo-alto/look-alikes-excluded',
    data: { destination: destinationText(entry.destination) },
  });
}
