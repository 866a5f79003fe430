import type { Assembled, Context, Placed } from '@azureml-firewall/renderer-kit';
import { blocksOf } from './blocks.js';
import { inList, together } from './conditions.js';
import { draftsOf, networksOf, type Draft } from './drafts.js';
import { findingsOf, lateFindings, revisionsOf } from './findings.js';
import { accessLines, tlsLines } from './lines.js';
import type { Code } from './messages.js';
import type { Acl, List, Match, SquidModel } from './model.js';
import type { SquidOptions } from './options.js';
import { squidPrefixes } from './prefixes.js';
import { redirectOf } from './redirect.js';
import { fixedConditions, setupOf, titleOf } from './setup.js';
import { tablesOf, type Tables } from './tables.js';
import { httpPorts, portsApart } from './web-ports.js';

/** Each name once; things of one name are the same, since names follow from content. */
function once<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return items.filter(({ name }) => seen.size < seen.add(name).size);
}

function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return once(items).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The blocks with lines in each table: an interception sends each port to one of the two. */
function blocksFor(
  drafts: readonly Draft[],
  { policy, options }: Context<SquidOptions>,
): Readonly<Record<'access' | 'tls', readonly Draft[]>> {
  if (options.mode === 'explicit') return { access: drafts, tls: drafts };
  const http = httpPorts(policy);
  // What is opened becomes a request, on whatever port it came.
  const isOpened = drafts.some(({ block, what }) => block.kind === 'path' && what.tls.length > 0);
  return {
    access: drafts.filter(({ block }) => isOpened || portsApart(block.ports, http).http.length > 0),
    tls: drafts.filter(({ block }) => portsApart(block.ports, http).tls.length > 0),
  };
}

/** Conditions that a line uses, those of rules after all others, and the lists that they read. */
function conditionsFor(
  drafts: readonly Draft[],
  networks: readonly string[],
  tables: Tables,
  options: SquidOptions,
): { readonly acls: readonly Acl[]; readonly lists: readonly List[] } {
  const clients = networks.length === 0 ? [] : [inList('clients', 'src', squidPrefixes(networks))];
  const [who, from, ports, what] = [
    together(clients),
    together(drafts.map((draft) => draft.from)),
    together(drafts.map((draft) => draft.ports)),
    together(drafts.map((draft) => draft.what)),
  ];
  const lines = [...tables.access, ...tables.tls];
  const used = new Set(lines.flatMap(({ conditions }) => conditions.map((name) => name.replace('!', ''))));
  const acls = [
    ...who.acls,
    ...byName(from.acls),
    ...byName(ports.acls),
    ...fixedConditions(options),
    ...once(what.acls),
  ];
  return {
    acls: acls.filter(({ name }) => used.has(name)),
    lists: byName([...who.lists, ...from.lists, ...ports.lists, ...what.lists]),
  };
}

/** The configuration for all that was placed; where nothing was, one that lets nobody in. */
export function assemble(
  placed: readonly Placed<Match>[],
  context: Context<SquidOptions>,
): Assembled<SquidModel, Code> {
  const { options } = context;
  const blocks = blocksOf(placed);
  const networks = networksOf(blocks, context);
  const drafts = draftsOf(blocks, context);
  const lines = blocksFor(drafts, context);
  const tables = tablesOf(
    lines.access.flatMap(({ block, what, scope }) => accessLines(block, what, scope)),
    lines.tls.flatMap(({ block, what, scope }) => tlsLines(block, what, scope)),
    options.mode === 'intercept',
    networks.length > 0,
  );
  const redirect = networks.length > 0 ? redirectOf(blocks, context) : undefined;
  const model: SquidModel = {
    config: {
      directory: options.directory,
      title: titleOf(context),
      ...setupOf(options),
      ...conditionsFor(drafts, networks, tables, options),
      tls: tables.tls,
      access: tables.access,
    },
    clients: networks,
    ...(redirect && { redirect }),
    ...(options.bump && {
      certificates: { generator: options.certificateGenerator, database: options.certificateDatabase },
    }),
    carriers: {
      ...tables.carriers,
      lists: [...new Set(drafts.flatMap(({ what }) => what.lists.map(({ name }) => name)))],
    },
  };
  const { late } = tables;
  return {
    model,
    findings: [...findingsOf(placed, networks, context), ...lateFindings(placed, late, options)],
    revisions: revisionsOf(placed, late, options),
  };
}
