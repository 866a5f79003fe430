import {
  destinationText,
  portText,
  type Action,
  type Direction,
  type Entry,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';
import {
  describe,
  exact,
  inexact,
  omitted,
  stableName,
  unite,
  type Artifact,
  type Context,
  type Lowered,
  type Placed,
  type Renderer,
} from '@azureml-firewall/renderer-kit';

export type AcmeCode = `acme/${
  'no-addresses' | 'no-usable-source' | 'path-widened' | 'routes-not-included' | 'sources-dropped' | 'suffix-as-pair'}`;

export interface AcmeOptions {
  /** Starts every name. */
  readonly prefix: string;
  readonly comment?: string;
}

/** One destination by one service. */
export interface AcmeMatch {
  readonly entry: Entry;
  readonly to: string;
}

/** One line of the configuration. */
export interface AcmeLine {
  readonly name: string;
  readonly action: Action;
  readonly direction: Direction;
  readonly sources: readonly string[];
  readonly to: string;
  readonly service: Service;
  readonly text: string;
  /** Ids of the entries that it carries. */
  readonly entries: readonly string[];
}

type Answer = Lowered<AcmeMatch, AcmeCode>;

function sourcesOf({ sources }: Rule): { readonly kept: readonly string[]; readonly dropped: readonly string[] } {
  return {
    kept: sources.flatMap((source) =>
      source.kind === 'any' ? ['*'] : source.kind === 'cidr' ? [source.prefix] : (source.resolved?.prefixes ?? []),
    ),
    dropped: sources.flatMap((source) => (source.kind === 'service-tag' && !source.resolved ? [source.tag] : [])),
  };
}

/** An answer, given what becomes of the sources. */
function reachable(entry: Entry, answer: (entry: Entry) => Answer): Answer {
  const { kept, dropped } = sourcesOf(entry.rule);
  if (kept.length === 0) return omitted('acme/no-usable-source', { rule: entry.rule.id, sources: dropped });
  if (dropped.length === 0) return answer(entry);
  const rest = omitted('acme/sources-dropped', { rule: entry.rule.id, sources: dropped });
  return unite([answer(entry), rest]);
}

function says(entry: Entry, ...texts: readonly string[]): readonly AcmeMatch[] {
  return texts.map((to) => ({ entry, to }));
}

function nameOf(entry: Entry, to: string, { prefix }: AcmeOptions): string {
  const ports = entry.service.ports.map(portText).join('_');
  const text = `${prefix}${entry.rule.id}-${to}-${entry.service.protocol}-${ports}`;
  return stableName(text, { limit: nameLength.value, illegal: /[^A-Za-z0-9._-]/g, fill: '-' });
}

export const nameLength = { value: 60, page: 'the manual of acme, page 7', date: '2026-01' };

function lineOf({ entry, to }: AcmeMatch, options: AcmeOptions): AcmeLine {
  const { rule, service, id } = entry;
  const { action, direction } = rule;
  const name = nameOf(entry, to, options);
  return {
    name,
    action,
    direction,
    sources: sourcesOf(rule).kept,
    to,
    service,
    text: describe(rule, 200),
    entries: [id],
  };
}

/** The characters that would end a text are written as others. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', "''").replaceAll('\\', '/')}"`;
}

export function textOf({ name, action, direction, sources, to, service, text }: AcmeLine): string {
  const ports = service.ports.map(portText).join(',');
  return `${action} ${name} ${direction} ${sources.join(',')} ${to} ${service.protocol} ${ports} ${quoted(text)}`;
}

/** What becomes the same line is one line for all of its entries. */
function once(lines: readonly AcmeLine[]): readonly AcmeLine[] {
  const byName = new Map<string, AcmeLine>();
  for (const line of lines) {
    const entries = [...(byName.get(line.name)?.entries ?? []), ...line.entries];
    byName.set(line.name, { ...line, entries: [...new Set(entries)] });
  }
  return [...byName.values()];
}

function print(lines: readonly AcmeLine[]): readonly Artifact[] {
  if (lines.length === 0) return [];
  const text = lines.map((line) => `${textOf(line)}\n`).join('');
  return [
    {
      path: 'acme.conf',
      text,
      spans: lines.flatMap(({ entries }, i) => entries.map((entry) => ({ entry, from: i + 1, to: i + 1 }))),
    },
  ];
}

function commands(path: string, lines: readonly string[]): readonly Artifact[] {
  return lines.length === 0 ? [] : [{ path, text: lines.map((line) => `${line}\n`).join(''), spans: [] }];
}

function removals(lines: readonly AcmeLine[]): readonly string[] {
  return lines.map(({ name }) => `no ${name}`);
}

/** A vendor of one line for each destination and service, which sees hosts by name and knows nothing of service tags. */
export const acme: Renderer<AcmeMatch, readonly AcmeLine[], AcmeOptions, AcmeCode> = {
  id: 'acme',
  messages: {
    'acme/no-addresses': '{destination} has no addresses here.',
    'acme/no-usable-source': 'None of the sources {sources} of {rule} has addresses here.',
    'acme/path-widened': '{destination} becomes the whole of its host.',
    'acme/routes-not-included': 'The routes {routes} are not part of this.',
    'acme/sources-dropped': 'Rule {rule} does not hold for {sources}.',
    'acme/suffix-as-pair': '{destination} becomes the domain and all below it.',
  },
  defaults: { prefix: 'aml-' },
  checkOptions: ({ prefix }) =>
    /^[a-z]{1,8}-$/.test(prefix)
      ? []
      : [{ path: 'prefix', refusal: { code: 'acme/prefix', found: prefix, expected: 'a word with a hyphen' } }],
  lower: {
    fqdn: (entry) => reachable(entry, (one) => exact({ entry: one, to: entry.destination.host })),
    wildcard: (entry) => reachable(entry, (one) => exact({ entry: one, to: `*.${entry.destination.parent}` })),
    suffix: (entry) =>
      reachable(entry, (one): Answer => {
        const { suffix } = entry.destination;
        const nodes = [
          { entry: one, to: suffix },
          { entry: one, to: `*.${suffix}` },
        ] as const;
        return inexact('narrowed', nodes, 'acme/suffix-as-pair', { destination: destinationText(entry.destination) });
      }),
    url: (entry) =>
      reachable(entry, (one): Answer => {
        const { host } = entry.destination;
        return inexact('widened', [{ entry: one, to: host }], 'acme/path-widened', {
          destination: destinationText(entry.destination),
        });
      }),
    'service-tag': (entry) =>
      reachable(entry, (one): Answer => {
        const { tag, resolved } = entry.destination;
        const [first, ...rest] = says(one, ...(resolved?.prefixes ?? []));
        return first ? exact(first, ...rest) : omitted('acme/no-addresses', { destination: tag });
      }),
    cidr: (entry) => reachable(entry, (one) => exact({ entry: one, to: entry.destination.prefix })),
  },
  assemble: (placed: readonly Placed<AcmeMatch>[], { policy, options }: Context<AcmeOptions>) => ({
    model: once(placed.flatMap(({ nodes }) => nodes.map((node) => lineOf(node, options)))),
    findings:
      policy.routes.length === 0
        ? []
        : [{ code: 'acme/routes-not-included', data: { routes: policy.routes.map(({ id }) => id) } }],
  }),
  print,
  undo: (lines) => commands('undo.conf', removals(lines)),
  update: (previous, next) => {
    const [before, after] = [previous.map(textOf), next.map(textOf)];
    const isSame = before.length === after.length && before.every((line, i) => line === after[i]);
    return isSame ? [] : commands('update.conf', [...removals(previous), ...after]);
  },
};
