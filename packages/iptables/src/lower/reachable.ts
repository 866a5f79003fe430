import {
  cidrsOverlap,
  destinationText,
  familyOf,
  sourceText,
  subtractCidrs,
  type AddressFamily,
  type Destination,
  type Entry,
  type Rule,
} from '@azureml-firewall/rule-model';
import { omitted, qualify, type Context, type Lowered } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { Match, Target } from '../model.js';
import type { LinuxOptions } from '../options.js';
import { beyond, familiesOf, isOwnSide, sourcesOf, type RuleSources } from '../sources.js';

type Answer = Lowered<Match, Code>;

/** An answer for one kind of destination. */
export type Lower<D extends Destination> = (entry: Entry<D>, context: Context<LinuxOptions>) => Answer;

function prefixesIn(targets: readonly Target[]): readonly string[] {
  return targets.flatMap((target) =>
    target.kind === 'prefix' ? [target.prefix] : target.kind === 'tag' ? target.prefixes : [],
  );
}

/** A gateway filters the traffic of the own network: it has to be told, or to follow from the rule. */
function needsSubnets({ rule, destination }: Entry, options: LinuxOptions): boolean {
  if (options.subnets.length > 0) return false;
  if (isOwnSide(rule, options, 'outbound')) return rule.sources.some(({ kind }) => kind === 'any');
  return isOwnSide(rule, options, 'inbound') && !['cidr', 'service-tag'].includes(destination.kind);
}

/** What goes to no address of the own network never comes into the chain of inbound rules. */
function withinSubnets({ rule }: Entry, answer: Answer, options: LinuxOptions): Answer {
  if (answer.outcome === 'omitted' || !isOwnSide(rule, options, 'inbound') || options.subnets.length === 0)
    return answer;
  const prefixes = prefixesIn(answer.nodes.map(({ target }) => target));
  const outside = subtractCidrs(prefixes, options.subnets);
  if (outside.length === 0) return answer;
  const data = { rule: rule.id, prefixes: outside };
  if (!cidrsOverlap(prefixes, options.subnets)) return omitted('iptables/outside-subnets', data);
  return qualify(answer, 'narrowed', { code: 'iptables/outside-subnets', data });
}

function withoutSource(rule: Rule, { outside }: RuleSources): Answer {
  if (outside.length > 0) return omitted('iptables/outside-subnets', { rule: rule.id, prefixes: outside });
  return omitted('iptables/no-usable-source', { sources: rule.sources.map(sourceText) });
}

/** Traffic between two families does not exist, so that nothing is lost there. */
function ofFamilies(prefixes: readonly string[], families: readonly AddressFamily[]): readonly string[] {
  return prefixes.filter((prefix) => families.includes(familyOf(prefix)));
}

/** Whether "any" is less than it says, since there is an outside to the own network. */
function isLessThanAny(rule: Rule, answer: Answer, { any }: RuleSources, options: LinuxOptions): boolean {
  if (!any || !isOwnSide(rule, options, 'outbound') || answer.outcome === 'omitted') return false;
  const ends = answer.nodes.flatMap(({ target }) => familiesOf(target));
  return ofFamilies(beyond(options.subnets), ends).length > 0;
}

function qualifySources({ id }: Rule, answer: Answer, { dropped, outside }: RuleSources): Answer {
  if (dropped.length > 0) {
    const data = { rule: id, sources: dropped };
    return qualify(answer, 'narrowed', { code: 'iptables/sources-dropped', data });
  }
  if (outside.length === 0) return answer;
  return qualify(answer, 'narrowed', { code: 'iptables/outside-subnets', data: { rule: id, prefixes: outside } });
}

/** What holds for every kind of destination: traffic comes into the chain, has a source, and both ends in one family. */
export function reachable<D extends Destination>(lower: Lower<D>): Lower<D> {
  return (entry, context) => {
    const { rule, destination } = entry;
    if (needsSubnets(entry, context.options)) return omitted('iptables/subnets-needed', { rule: rule.id });
    const sources = sourcesOf(rule, context.options);
    if (!sources.any && sources.prefixes.length === 0) return withoutSource(rule, sources);
    const answer = withinSubnets(entry, lower(entry, context), context.options);
    if (answer.outcome === 'omitted') return answer;
    const ends = answer.nodes.flatMap(({ target }) => familiesOf(target));
    if (!ends.some((family) => sources.families.includes(family)))
      return omitted('iptables/no-common-family', { rule: rule.id, destination: destinationText(destination) });
    if (isLessThanAny(rule, answer, sources, context.options))
      return qualify(answer, 'narrowed', { code: 'iptables/any-is-own', data: { rule: rule.id } });
    return qualifySources(rule, answer, { ...sources, outside: ofFamilies(sources.outside, ends) });
  };
}
