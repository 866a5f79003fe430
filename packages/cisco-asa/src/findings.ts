import type { Policy } from '@azureml-firewall/rule-model';
import type { Context, Finding, Placed } from '@azureml-firewall/renderer-kit';
import { accessLists } from './access-lists.js';
import type { Code } from './messages.js';
import type { CiscoAsaModel, Match } from './model.js';
import type { CiscoAsaOptions } from './options.js';

type Findings = readonly Finding<Code>[];

function routesNotIncluded({ routes }: Policy): Findings {
  if (routes.length === 0) return [];
  const data = { routes: routes.map(({ id }) => id), tags: routes.map(({ tag }) => tag) };
  return [{ code: 'cisco-asa/routes-not-included', data }];
}

function application({ entries }: CiscoAsaModel, options: CiscoAsaOptions): Findings {
  return accessLists(options).flatMap((list): Findings => {
    if (!entries.some(({ direction }) => direction === list.direction)) return [];
    if (list.interface === undefined)
      return [{ code: 'cisco-asa/list-not-applied', data: { list: list.name, option: list.option } }];
    return [{ code: 'cisco-asa/list-replaces', data: { list: list.name, interface: list.interface } }];
  });
}

/** Tags of which addresses are printed, as a destination, a source or in place of a name. */
function datedTags(placed: readonly Placed<Match>[]): Findings {
  const used = placed.flatMap(({ entry, nodes }) => {
    const printed = new Set(nodes.flatMap(({ target }) => (target.kind === 'prefixes' ? (target.tag ?? []) : [])));
    const { sources, covering = [] } = entry.rule;
    const ends = [entry.destination, ...covering].filter((one) => one.kind === 'service-tag' && printed.has(one.tag));
    return [...ends, ...sources].flatMap((one) =>
      one.kind === 'service-tag' && one.resolved ? [{ tag: one.tag, document: one.resolved.document }] : [],
    );
  });
  if (used.length === 0) return [];
  const tags = [...new Set(used.map(({ tag }) => tag))].toSorted();
  const documents = [...new Set(used.map(({ document }) => document))].toSorted();
  return [{ code: 'cisco-asa/tag-addresses-dated', data: { tags, documents } }];
}

/** What a reader should know of the whole. */
export function findingsOf(
  model: CiscoAsaModel,
  placed: readonly Placed<Match>[],
  { policy, options }: Context<CiscoAsaOptions>,
): Findings {
  return [...application(model, options), ...datedTags(placed), ...routesNotIncluded(policy)];
}
