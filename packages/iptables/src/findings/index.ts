import { destinationText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import type { Code } from '../messages.js';
import type { FilterModel, Match } from '../model.js';
import type { LinuxOptions } from '../options.js';
import type { Wanted } from '../resolver.js';
import { beyond, isOwnSide, sourcesOf } from '../sources.js';
import { namesTogether } from './names-together.js';

function words(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}

function routesNotIncluded({ routes }: Policy): readonly Finding<Code>[] {
  if (routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: words(routes.map(({ tag }) => tag)) };
  return [{ code: 'iptables/routes-not-included', data }];
}

/** Without a subnet of a family nothing tells the own network from others, and open would be the wrong way to fail. */
function familyClosed({ filter }: FilterModel): readonly Finding<Code>[] {
  if (filter.settings.mode === 'host' || filter.rules.length === 0) return [];
  const isKnown = (family: string): boolean => filter.sets.some((set) => set.use === 'own' && set.family === family);
  const names = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;
  return (['ipv4', 'ipv6'] as const)
    .filter((family) => !isKnown(family))
    .map((family) => ({ code: 'iptables/family-closed', data: { family: names[family] } }));
}

function hostLeavesInbound(rules: readonly Rule[], { mode }: LinuxOptions): readonly Finding<Code>[] {
  const inbound = rules.filter(({ direction }) => direction === 'inbound').map(({ id }) => id);
  if (mode === 'gateway' || inbound.length === 0) return [];
  return [{ code: 'iptables/host-leaves-inbound', data: { rules: inbound } }];
}

/** Said once for a rule, since an entry that has another finding does not show this one. */
function sourcesLost(rules: readonly Rule[], options: LinuxOptions): readonly Finding<Code>[] {
  return rules.flatMap((rule): readonly Finding<Code>[] => {
    const { any, dropped, outside } = sourcesOf(rule, options);
    const isOwn = any && isOwnSide(rule, options, 'outbound') && beyond(options.subnets).length > 0;
    const lost: readonly (false | Finding<Code>)[] = [
      isOwn && { code: 'iptables/any-is-own', data: { rule: rule.id } },
      dropped.length > 0 && { code: 'iptables/sources-dropped', data: { rule: rule.id, sources: dropped } },
      outside.length > 0 && { code: 'iptables/outside-subnets', data: { rule: rule.id, prefixes: outside } },
    ];
    return lost.filter((one) => one !== false);
  });
}

function tagsDated(placed: readonly Placed<Match>[]): readonly Finding<Code>[] {
  const targets = placed.flatMap(({ nodes }) => nodes.flatMap(({ target }) => (target.kind === 'tag' ? target : [])));
  const sources = placed.flatMap(({ entry }) =>
    entry.rule.sources.flatMap((source) =>
      source.kind === 'service-tag' && source.resolved ? { tag: source.tag, ...source.resolved } : [],
    ),
  );
  const tags = [...targets, ...sources];
  if (tags.length === 0) return [];
  const data = { tags: words(tags.map(({ tag }) => tag)), documents: words(tags.map(({ document }) => document)) };
  return [{ code: 'iptables/tag-addresses-dated', data }];
}

/** Clients come to most addresses by a name. */
function otherNamesRefused(placed: readonly Placed<Match>[], { filter }: FilterModel): readonly Finding<Code>[] {
  const byAddress = placed.filter(
    ({ entry, nodes }) =>
      entry.rule.direction === 'outbound' &&
      nodes.some(({ target }) => target.kind === 'prefix' || target.kind === 'tag'),
  );
  if (byAddress.length === 0 || filter.fills.length === 0 || filter.settings.otherNames === 'resolve') return [];
  const destinations = words(byAddress.map(({ entry }) => destinationText(entry.destination)));
  return [{ code: 'iptables/other-names-refused', data: { destinations } }];
}

/** What a reader should know of the whole. */
export function findingsOf(
  model: FilterModel,
  wanted: readonly Wanted[],
  placed: readonly Placed<Match>[],
  { policy, options }: Context<LinuxOptions>,
): readonly Finding<Code>[] {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  return [
    ...routesNotIncluded(policy),
    ...familyClosed(model),
    ...hostLeavesInbound(rules, options),
    ...sourcesLost(rules, options),
    ...tagsDated(placed),
    ...otherNamesRefused(placed, model),
    ...namesTogether(wanted, placed),
  ];
}
