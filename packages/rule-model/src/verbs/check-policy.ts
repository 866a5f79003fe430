import type { Policy, RuleCollection } from '../model/policy.js';
import type { Route } from '../model/route.js';
import { clouds } from '../net/cloud.js';
import { parseServiceTagName } from '../net/service-tag-name.js';
import { parseSingleLine } from '../net/single-line.js';
import { checkResolved } from './check-destination.js';
import { checkRule } from './check-rule.js';
import { checkEach, checkId, checkItems, checkOneOf, checkText, checkUnique, type PolicyFault } from './faults.js';
import { checkOrigins } from './check-origin.js';
import { checkShape } from './check-shape.js';
import { accepted, refused, type Parsed } from '../parsed.js';

function parseRegion(text: string): Parsed<string> {
  return /^[a-z][a-z0-9]{0,49}$/.test(text)
    ? accepted(text)
    : refused('policy/region', text, 'the ARM name of a region such as eastus2');
}

function checkCollection(path: string, { id, title, rules }: RuleCollection): readonly PolicyFault[] {
  return [
    ...checkText(`${path}.id`, id, checkId),
    ...checkText(`${path}.title`, title, parseSingleLine),
    ...checkEach(`${path}.rules`, rules, checkRule),
  ];
}

function checkRoute(path: string, route: Route): readonly PolicyFault[] {
  return [
    ...checkText(`${path}.id`, route.id, checkId),
    ...checkText(`${path}.purpose`, route.purpose, parseSingleLine),
    ...checkText(`${path}.tag`, route.tag, parseServiceTagName),
    ...checkItems(`${path}.byAddress`, route.byAddress, (at, tag) => checkText(at, tag, parseServiceTagName)),
    ...checkUnique(route.byAddress.map((tag, i) => [`${path}.byAddress[${i}]`, tag])),
    ...checkResolved(`${path}.resolved`, route.resolved),
    ...checkOneOf(`${path}.nextHop`, route.nextHop, ['internet']),
    ...checkOrigins(`${path}.origins`, route.origins),
  ];
}

/**
 * Every value of a policy that no renderer may print: names, prefixes and ports that a parser would refuse or write
 * otherwise, words outside their closed lists, empty lists, the same thing twice. Empty when a renderer may print it.
 * Of the shape only the lists are looked for; for data from outside, with keys that may be misspelt, see `policySchema`.
 */
export function checkPolicy(policy: Policy): readonly PolicyFault[] {
  const shape = checkShape(policy);
  if (shape.length > 0) return shape;
  const { collections, routes } = policy;
  const ruleIds = collections.flatMap(({ rules }, c) =>
    rules.map(({ id }, r) => [`collections[${c}].rules[${r}].id`, id] as const),
  );
  return [
    ...checkOneOf('cloud', policy.cloud, clouds),
    ...checkText('region', policy.region, parseRegion),
    ...checkText('edition', policy.edition, parseSingleLine),
    ...checkItems('collections', collections, checkCollection),
    ...checkItems('routes', routes, checkRoute),
    ...checkUnique(ruleIds),
    ...checkUnique(collections.map(({ id }, c) => [`collections[${c}].id`, id])),
    ...checkUnique(routes.map(({ id }, r) => [`routes[${r}].id`, id])),
  ];
}
