import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Assembled, Context, Placed } from '@azureml-firewall/renderer-kit';
import { draftsOf, type Draft } from './drafts.js';
import { findingsOf } from './findings/index.js';
import { idsFor } from './ids.js';
import type { Code } from './messages.js';
import type { FortiConfig, FortiModel, Match, UrlFilter } from './model.js';
import { objectTable } from './object-table.js';
import type { FortinetOptions } from './options.js';
import { policyOf } from './policies.js';
import { serviceObjects } from './services.js';

/** Each name once; objects of one name are the same object, since names follow from content. */
function once<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ name }) => seen.size < seen.add(name).size);
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return once(items).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** As the tables are printed, IPv4 first. */
function familiesApart<T extends { readonly family: AddressFamily }>(items: readonly T[]): readonly T[] {
  return (['ipv4', 'ipv6'] as const).flatMap((wanted) => items.filter(({ family }) => family === wanted));
}

function configOf(drafts: readonly Draft[], options: FortinetOptions): Pick<FortiModel, 'config' | 'feeds'> {
  const table = objectTable(drafts, options);
  const names = drafts.map(({ name }) => name);
  const ids = idsFor(names, options.policyIdFrom, options.policyIdTo);
  const idOf = (name: string): number => ids.get(name) ?? 0;
  const policies = drafts.map((draft) => policyOf(draft, idOf(draft.name), table, options));
  const services = drafts.flatMap((draft) =>
    draft.services.map(({ protocol, ports }) => serviceObjects(protocol, ports, options)),
  );
  const filters = byName(
    drafts.flatMap(({ name, urls }): readonly UrlFilter[] =>
      urls.length > 0 ? [{ id: idOf(name), name, allowed: urls }] : [],
    ),
  );
  const config: FortiConfig = {
    ...(options.vdom !== undefined && { vdom: options.vdom }),
    externalResources: once(table.objects.flatMap((object) => object.resources)),
    addresses: table.addresses,
    groups: familiesApart(once([...table.objects, ...policies].flatMap(({ groups }) => groups))),
    services: byName(services.flatMap((object) => object.services)),
    serviceGroups: once([
      ...services.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ groups }) => groups),
      ...policies.flatMap(({ serviceGroups }) => serviceGroups),
    ]),
    urlFilters: filters,
    webFilterProfiles: filters.map(({ id, name }) => ({ name, urlFilter: id })),
    policies: policies.map(({ policy }) => policy),
    ...(options.moveBefore !== undefined && { moveBefore: options.moveBefore }),
  };
  return { config, feeds: table.feeds };
}

/** The tables of a FortiGate for all that was placed; empty ones when nothing was. */
export function assemble(
  placed: readonly Placed<Match>[],
  context: Context<FortinetOptions>,
): Assembled<FortiModel, Code> {
  const drafts = draftsOf(placed, context.options.prefix);
  const { config, feeds } = configOf(drafts, context.options);
  const carriers = new Map(config.policies.map(({ id }, i) => [id, drafts[i]?.entries ?? []]));
  const model = { config, carriers, feeds };
  return { model, findings: findingsOf(model, drafts, placed, context) };
}
