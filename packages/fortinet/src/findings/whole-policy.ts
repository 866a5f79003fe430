import type { AddressFamily, Policy, Rule } from '@azureml-firewall/rule-model';
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
function sourcesDropped(placed: readonly Placed<Match>[], options: FortinetOptions): readonly Finding<Code>[] {
  const ends = new Map<Rule, Set<AddressFamily>>();
  for (const { entry, nodes } of placed) {
    const families = ends.get(entry.rule) ?? new Set();
    for (const { target } of nodes) for (const family of familiesOf(target)) families.add(family);
    ends.set(entry.rule, families);
  }
  return [...ends].flatMap(([rule, families]): readonly Finding<Code>[] => {
    const sources = droppedSources(rule, [...families], options);
    return sources.length === 0 ? [] : [{ code: 'fortinet/sources-dropped', data: { rule: rule.id, sources } }];
  });
}

/** What a reader should know of the policy as a whole. */
export function wholePolicyFindings(
  placed: readonly Placed<Match>[],
  { policy, options }: Context<FortinetOptions>,
): readonly Finding<Code>[] {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  return [...routesNotIncluded(policy), ...inbound(rules), ...sourcesDropped(placed, options)];
}
