import { destinationText, parseDestination, type Destination } from '../model/destination.js';
import type { Policy } from '../model/policy.js';
import type { Route } from '../model/route.js';
import type { Rule } from '../model/rule.js';
import { serviceText, type Service } from '../model/service.js';
import { sourceText, type Source } from '../model/source.js';
import { parseCidr } from '../net/cidr.js';
import { mergePorts, portText, parsePortRange } from '../net/ports.js';
import { parseServiceTagName } from '../net/service-tag-name.js';
import { parseSingleLine } from '../net/single-line.js';
import { accepted, refused, type Parsed, type Refusal } from '../parsed.js';

/** A value of a policy that no renderer may print, and where it stands: `collections[0].rules[2].sources[1]`. */
export interface PolicyFault {
  readonly path: string;
  readonly refusal: Refusal;
}

type Found = readonly [path: string, parsed: Parsed<unknown>];

const idForm = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

function checkId(text: string): Parsed<string> {
  return idForm.test(text) && text.length <= 100
    ? accepted(text)
    : refused('policy/id', text, 'lower-case words and digits joined by hyphens or dots, at most 100 characters');
}

function sameText(parsed: Parsed<string>, text: string): Parsed<string> {
  if (!parsed.ok || parsed.value === text) return parsed;
  return refused('policy/not-canonical', text, `its one spelling, ${parsed.value}`);
}

function checkTag(tag: string, prefixes: readonly string[] = []): Parsed<unknown> {
  const wrong = prefixes.map((prefix) => sameText(parseCidr(prefix), prefix)).find((parsed) => !parsed.ok);
  return wrong ?? parseServiceTagName(tag);
}

function checkDestination(destination: Destination): Parsed<unknown> {
  if (destination.kind === 'service-tag') return checkTag(destination.tag, destination.resolved?.prefixes);
  const text = destinationText(destination);
  const parsed = parseDestination(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.kind !== destination.kind) return refused('policy/kind', text, `a ${destination.kind}`);
  return sameText(accepted(destinationText(parsed.value)), text);
}

function checkSource(source: Source): Parsed<unknown> {
  if (source.kind === 'any') return accepted(source);
  if (source.kind === 'service-tag') return checkTag(source.tag, source.resolved?.prefixes);
  return sameText(parseCidr(source.prefix), sourceText(source));
}

function checkService({ protocol, ports }: Service): Parsed<unknown> {
  if (!(['tcp', 'udp'] as readonly string[]).includes(protocol))
    return refused('policy/protocol', protocol, 'tcp or udp');
  if (ports.length === 0) return refused('policy/empty', '', 'at least one port');
  const wrong = ports.map((range) => parsePortRange(portText(range))).find((parsed) => !parsed.ok);
  if (wrong) return wrong;
  return JSON.stringify(mergePorts(ports)) === JSON.stringify(ports.map(({ from, to }) => ({ from, to })))
    ? accepted(ports)
    : refused('policy/ports', ports.map(portText).join(','), 'ascending ranges that do not overlap');
}

function list<T>(path: string, items: readonly T[], check: (item: T) => Parsed<unknown>): Found[] {
  if (items.length === 0) return [[path, refused('policy/empty', '', 'at least one')]];
  return items.map((item, i) => [`${path}[${i}]`, check(item)]);
}

function checkRule(path: string, rule: Rule): Found[] {
  return [
    [`${path}.id`, checkId(rule.id)],
    [`${path}.purpose`, parseSingleLine(rule.purpose)],
    ...list(`${path}.sources`, rule.sources, checkSource),
    ...list(`${path}.destinations`, rule.destinations, checkDestination),
    ...list(`${path}.services`, rule.services, checkService),
    ...duplicates(`${path}.destinations`, rule.destinations.map(destinationText)),
    ...duplicates(`${path}.services`, rule.services.map(serviceText)),
    ...(rule.coveredBy ?? []).map((tag, i): Found => [`${path}.coveredBy[${i}]`, parseServiceTagName(tag)]),
    ...list(`${path}.origins`, rule.origins, (origin) => {
      const parts = [origin.requirement, origin.edition, origin.section, origin.source];
      return parts.map((part) => parseSingleLine(part)).find((parsed) => !parsed.ok) ?? accepted(origin);
    }),
  ];
}

function checkRoute(path: string, route: Route): Found[] {
  return [
    [`${path}.id`, checkId(route.id)],
    [`${path}.purpose`, parseSingleLine(route.purpose)],
    [`${path}.tag`, parseServiceTagName(route.tag)],
    ...route.byAddress.map((tag, i): Found => [`${path}.byAddress[${i}]`, parseServiceTagName(tag)]),
  ];
}

function duplicates(path: string, names: readonly string[]): Found[] {
  const seen = new Set<string>();
  const twice = names.filter((name) => seen.size === seen.add(name).size);
  return [...new Set(twice)].map((name) => [path, refused('policy/duplicate', name, 'each only once')]);
}

/**
 * What is wrong with the values of a policy: names, prefixes and ports that a parser would refuse, empty lists, ids used
 * twice. Empty when a renderer may print it. For the shape of data from outside see `policySchema`.
 */
export function checkPolicy(policy: Policy): readonly PolicyFault[] {
  const rules = policy.collections.flatMap((collection) => collection.rules);
  const found: Found[] = [
    ['region', parseSingleLine(policy.region)],
    ['edition', parseSingleLine(policy.edition)],
    ...policy.collections.flatMap((collection, c): Found[] => [
      [`collections[${c}].id`, checkId(collection.id)],
      [`collections[${c}].title`, parseSingleLine(collection.title)],
      ...collection.rules.flatMap((rule, r) => checkRule(`collections[${c}].rules[${r}]`, rule)),
    ]),
    ...policy.routes.flatMap((route, r) => checkRoute(`routes[${r}]`, route)),
    ...duplicates(
      'collections',
      rules.map(({ id }) => id),
    ),
    ...duplicates(
      'collections',
      policy.collections.map(({ id }) => id),
    ),
    ...duplicates(
      'routes',
      policy.routes.map(({ id }) => id),
    ),
  ];
  return found.flatMap(([path, parsed]) => (parsed.ok ? [] : [{ path, refusal: parsed.refusal }]));
}
