import type { Policy, Rule } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match } from '../model.js';
import type { FortinetOptions } from '../options.js';
import { droppedSources, familiesOf } from '../sources.js';

function routesNotIncluded({ routes }: Policy): readonly Finding<Code>[] {
  if (routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: [...new Set(routes.map(({ tag }) => tag))].toSorted() };
  return [{ code: 'fortinet/routes-not-included', data }];
}

function inbound(rules: readonly Rule[]): readonly Finding<Code>[] {
  const ids = rules.filter(({ direction }) => direction === 'inbound').map(({ id }) => id);
  return ids.length === 0 ? [] : [{ code: 'fortinet/inbound-path', data: { rules: ids } }];
}

/** Said once for a rule, since an entry that has another finding does not show this one. */
function sourcesDropped(
  rules: readonly Rule[],
  placed: readonly Placed<Match>[],
  options: FortinetOptions,
): readonly Finding<Code>[] {
  return rules.flatMap((rule): readonly Finding<Code>[] => {
    const nodes = placed.filter(({ entry }) => entry.rule === rule).flatMap((one) => one.nodes);
    const ends = [...new Set(nodes.flatMap(({ target }) => familiesOf(target)))];
    const sources = droppedSources(rule, ends, options);
    return sources.length === 0 ? [] : [{ code: 'fortinet/sources-dropped', data: { rule: rule.id, sources } }];
  });
}

/** What a reader should know of the policy as a whole. */
export function wholePolicyFindings(
  placed: readonly Placed<Match>[],
  { policy, options }: Context<FortinetOptions>,
): readonly Finding<Code>[] {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  return [...routesNotIncluded(policy), ...inbound(rules), ...sourcesDropped(rules, placed, options)];
}
