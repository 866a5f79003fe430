import { parseCidr } from '@azureml-firewall/rule-model';
import { RenderError, type Artifact } from '@azureml-firewall/renderer-kit';
import { isTooWide } from './addresses.js';
import type { FortiModel } from './model.js';

/**
 * Lines that no list may hold: what is not one prefix in its one spelling, and prefixes so wide that a rule that follows
 * the list would open the network.
 */
export function feedFaults(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    const parsed = parseCidr(line);
    return !parsed.ok || parsed.value !== line || isTooWide(line);
  });
}

/**
 * The prefixes of each service tag, one on each line.
 * @throws RenderError for a list that would be empty or hold a line that is refused.
 */
export function feeds({ feeds: lists }: FortiModel): readonly Artifact[] {
  return lists.map(({ name, prefixes }) => {
    const faults = feedFaults(prefixes);
    if (faults.length > 0 || prefixes.length === 0)
      throw new RenderError(`the feed ${name}.txt is refused`, faults.length > 0 ? faults : ['no line']);
    return { path: `${name}.txt`, text: `${prefixes.join('\n')}\n`, spans: [] };
  });
}
