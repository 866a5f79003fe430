import { serviceText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { describe, type Assembled, type Context, type Finding, type Placed } from '@azureml-firewall/renderer-kit';
import { noteLength } from './limits.js';
import type { Code } from './messages.js';
import type { Match, NewVendorModel, NewVendorRule } from './model.js';
import { nameOf } from './names.js';
import type { NewVendorOptions } from './options.js';
import { sourcesOf } from './sources.js';

interface Carried {
  readonly match: Match;
  readonly entry: string;
}

/** All destinations that a rule opens by one service become one rule: no pair appears that was not asked. */
function rulesOf(rule: Rule, carried: readonly Carried[], { prefix }: NewVendorOptions): readonly NewVendorRule[] {
  const byService = new Map<string, Carried[]>();
  for (const one of carried) {
    const service = serviceText(one.match);
    byService.set(service, [...(byService.get(service) ?? []), one]);
  }
  return [...byService].flatMap(([service, list]): readonly NewVendorRule[] => {
    const [first] = list;
    if (!first) return [];
    const { protocol, ports } = first.match;
    return [
      {
        // The service is part of every name, so that a second one renames nothing.
        name: nameOf(`${rule.id}_${service}`, prefix),
        action: rule.action,
        direction: rule.direction,
        sources: sourcesOf(rule).kept,
        destinations: [...new Set(list.map(({ match }) => match.destination))],
        protocol,
        ports,
        description: describe(rule, noteLength.value),
        entries: [...new Set(list.map(({ entry }) => entry))],
      },
    ];
  });
}

function routesNotIncluded({ routes }: Policy): readonly Finding<Code>[] {
  if (routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: routes.map(({ tag }) => tag) };
  return [{ code: 'new-vendor/routes-not-included', data }];
}

/** The rules for all that was placed, in the order of match. */
export function assemble(
  placed: readonly Placed<Match>[],
  { policy, options }: Context<NewVendorOptions>,
): Assembled<NewVendorModel, Code> {
  const byRule = new Map<Rule, Carried[]>();
  for (const { entry, nodes } of placed) {
    const carried = nodes.map((match) => ({ match, entry: entry.id }));
    byRule.set(entry.rule, [...(byRule.get(entry.rule) ?? []), ...carried]);
  }
  const rules = [...byRule].flatMap(([rule, carried]) => rulesOf(rule, carried, options));
  return { model: { rules }, findings: routesNotIncluded(policy) };
}
