import {
  destinationText,
  entriesOf,
  portText,
  serviceText,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed, Revision } from '@azureml-firewall/renderer-kit';
import { portsOf } from './lower/carried.js';
import type { Code } from './messages.js';
import type { Match, TagTarget } from './model.js';
import type { SquidOptions } from './options.js';
import { familiesWithout } from './prefixes.js';
import { intersectPorts, subtractPorts } from './port-sets.js';
import { portsTogether } from './redirect.js';
import { clientsOf } from './sources.js';

type Findings = readonly Finding<Code>[];

function routesNotIncluded({ routes }: Policy): Findings {
  if (routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: [...new Set(routes.map(({ tag }) => tag))].toSorted() };
  return [{ code: 'squid/routes-not-included', data }];
}

/** Said once for a rule, since an entry that has another finding does not show this one. */
function sourcesDropped(placed: readonly Placed<Match>[], context: Context<SquidOptions>): Findings {
  const rules = [...new Set(placed.map(({ entry }) => entry.rule))];
  return rules.flatMap((rule): Findings => {
    const sources = clientsOf(rule, context)?.dropped ?? [];
    return sources.length === 0 ? [] : [{ code: 'squid/sources-dropped', data: { rule: rule.id, sources } }];
  });
}

function portsLeft(placed: readonly Placed<Match>[], options: SquidOptions): Findings {
  return placed.flatMap(({ entry }): Findings => {
    const { service, destination } = entry;
    const left = subtractPorts(service.ports, portsOf(entry, options)).map(portText);
    const texts = { destination: destinationText(destination), service: serviceText(service) };
    return left.length === 0 ? [] : [{ code: 'squid/ports-left', data: { ...texts, ports: left } }];
  });
}

function tagAddressesDated(placed: readonly Placed<Match>[]): Findings {
  const tags = placed.flatMap(({ nodes }) =>
    nodes.flatMap(({ target }): readonly TagTarget[] => (target.kind === 'tag' ? [target] : [])),
  );
  if (tags.length === 0) return [];
  const once = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
  const data = { tags: once(tags.map(({ tag }) => tag)), documents: once(tags.map(({ document }) => document)) };
  return [{ code: 'squid/tag-addresses-dated', data }];
}

/** What a packet filter beside an intercepting squid would never get to see, since its ports are redirected. */
function redirectedAway(placed: readonly Placed<Match>[], { policy, options }: Context<SquidOptions>): Findings {
  if (options.mode === 'explicit') return [];
  const taken = portsTogether(placed.flatMap(({ nodes }) => nodes));
  const carried = new Set(placed.map(({ entry }) => entry.id));
  const lost = entriesOf(policy).filter(
    ({ id, rule, service }) =>
      !carried.has(id) &&
      rule.direction === 'outbound' &&
      rule.action === 'allow' &&
      service.protocol === 'tcp' &&
      intersectPorts(service.ports, taken).length > 0,
  );
  if (lost.length === 0) return [];
  const ports = intersectPorts(
    lost.flatMap(({ service }) => service.ports),
    taken,
  ).map(portText);
  return [{ code: 'squid/redirected-away', data: { ports, entries: lost.map(({ id }) => id) } }];
}

/** A family in which nothing tells clients from others. */
function familyClosed(networks: readonly string[]): Findings {
  if (networks.length === 0) return [];
  const names = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;
  return familiesWithout(networks).map((family) => ({ code: 'squid/family-closed', data: { family: names[family] } }));
}

/** What a reader should know of the whole; the networks are those of the clients. */
export function findingsOf(
  placed: readonly Placed<Match>[],
  networks: readonly string[],
  context: Context<SquidOptions>,
): Findings {
  return [
    ...familyClosed(networks),
    ...routesNotIncluded(context.policy),
    ...sourcesDropped(placed, context),
    ...portsLeft(placed, context.options),
    ...tagAddressesDated(placed),
    ...redirectedAway(placed, context),
  ];
}

/** Entries by address that are let through only after the look at TLS. */
function lateEntries(placed: readonly Placed<Match>[], late: ReadonlySet<Rule>): readonly Placed<Match>[] {
  return placed.filter(
    ({ entry, nodes }) =>
      late.has(entry.rule) &&
      entry.rule.action === 'allow' &&
      nodes.some(({ target }) => target.kind === 'prefix' || target.kind === 'tag'),
  );
}

/** What the look costs: an intercepting squid also holds the name in the hello against the address. */
const lost = {
  explicit: ['bytes that are no TLS'],
  intercept: ['bytes that are no TLS', 'names that are not at the address'],
} as const;

const afterName = ({ entry }: Placed<Match>, { mode }: SquidOptions): Finding<Code> => ({
  code: 'squid/address-after-name',
  data: {
    destination: destinationText(entry.destination),
    service: serviceText(entry.service),
    lost: lost[mode],
  },
});

const isLess = ({ outcome }: Placed<Match>): boolean => outcome === 'narrowed' || outcome === 'approximated';

/** Addresses that come after the look at TLS: what was let through as bytes of any kind has to be TLS. */
export function revisionsOf(
  placed: readonly Placed<Match>[],
  late: ReadonlySet<Rule>,
  options: SquidOptions,
): readonly Revision<Code>[] {
  return lateEntries(placed, late)
    .filter((one) => !isLess(one))
    .map((one) => ({
      entry: one.entry.id,
      outcome: one.outcome === 'widened' ? 'approximated' : 'narrowed',
      finding: afterName(one, options),
    }));
}

/** The same of entries that have less already, whose own finding does not show it. */
export function lateFindings(
  placed: readonly Placed<Match>[],
  late: ReadonlySet<Rule>,
  options: SquidOptions,
): Findings {
  return lateEntries(placed, late)
    .filter(isLess)
    .map((one) => afterName(one, options));
}
