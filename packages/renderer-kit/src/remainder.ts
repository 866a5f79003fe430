import {
  destinationText,
  entriesOf,
  entriesOfRule,
  serviceText,
  stableHash,
  type Destination,
  type Entry,
  type Policy,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';
import type { OutcomeRecord, Rendering } from './contract/rendering.js';
import { rectangles } from './prepare/rectangles.js';

/** What one rendering leaves to another, and which entries of the whole policy that is. */
export interface Remainder {
  readonly policy: Policy;
  /** The ids of entries in the whole policy, by those that they have here: a rule that is split has other ids. */
  readonly originals: ReadonlyMap<string, string>;
}

function pathOf({ rule, service }: Entry): string {
  return `${rule.direction} ${service.protocol}`;
}

/**
 * The entries that stay: those that were omitted, and before one that allows also those that deny, since what the first
 * rendering stops could else pass where the second one allows.
 */
function stays(policy: Policy, omitted: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set<string>();
  const allowed = new Set<string>();
  for (const entry of entriesOf(policy).toReversed()) {
    const isDeny = entry.rule.action === 'deny';
    if (!omitted.has(entry.id) && !(isDeny && allowed.has(pathOf(entry)))) continue;
    kept.add(entry.id);
    if (!isDeny) allowed.add(pathOf(entry));
  }
  return kept;
}

/** A word of ids: lower-case words and digits, joined by hyphens. */
function wordOf(services: readonly Service[]): string {
  return services
    .map((service) =>
      serviceText(service)
        .replace('*', 'any')
        .replace(/[^a-z0-9]+/g, '-'),
    )
    .join('.');
}

const longestId = 100;

/** The id of a part of a rule, which follows from the rule and the services of the part. */
function partId({ id }: Rule, services: readonly Service[], taken: ReadonlySet<string>): string {
  const plain = `${id}.${wordOf(services)}`;
  if (plain.length <= longestId && !taken.has(plain)) return plain;
  const hash = stableHash(plain).slice(-8);
  return `${plain.slice(0, longestId - hash.length - 1).replace(/[.-]+$/, '')}-${hash}`;
}

/** The rule without the entries that do not stay: as one rule, or as several where what stays is no full table. */
function partsOf(rule: Rule, kept: ReadonlySet<string>, taken: ReadonlySet<string>): readonly Rule[] {
  const entries = entriesOfRule(rule).filter(({ id }) => kept.has(id));
  const blocks = rectangles<Entry, Service>(
    entries.map((entry) => [entry, entry.service] as const),
    { row: ({ destination }) => destinationText(destination), column: serviceText },
  );
  return blocks.map(({ rows, columns }) => ({
    ...rule,
    id: blocks.length === 1 ? rule.id : partId(rule, columns, taken),
    destinations: rows.map(({ destination }): Destination => destination),
    services: columns,
  }));
}

/** The ids of the entries of a part, with those that they had in the rule. */
function originalsOf(rule: Rule, part: Rule): readonly (readonly [string, string])[] {
  const whole = entriesOfRule({ ...part, id: rule.id });
  return entriesOfRule(part).map(({ id }, i) => [id, whole[i]?.id ?? id]);
}

/**
 * The policy of what a rendering omitted, for another vendor beside it: a packet filter beside a proxy. Rules keep their
 * ids, order and reasons; one of which only some pairs of destination and service are left becomes several, whose ids say
 * for which services. Entries that deny stay, too, where one that allows follows them in the same direction and protocol.
 */
export function remainder(policy: Policy, { outcomes }: Pick<Rendering<unknown>, 'outcomes'>): Remainder {
  const omitted = new Set(outcomes.filter(({ outcome }) => outcome === 'omitted').map(({ entry }) => entry));
  const kept = stays(policy, omitted);
  const taken = new Set(policy.collections.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const originals = new Map<string, string>();
  const collections = policy.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.flatMap((rule) => {
      const parts = partsOf(rule, kept, taken);
      for (const part of parts) for (const [id, original] of originalsOf(rule, part)) originals.set(id, original);
      return parts;
    }),
  }));
  return { policy: { ...policy, collections: collections.filter(({ rules }) => rules.length > 0) }, originals };
}

/** The id of a rule, in front of those of its entries. */
function ruleOf(entry: string): string {
  return entry.slice(0, entry.indexOf('|'));
}

function recordAs<Code extends string>(record: OutcomeRecord<Code>, original: string): OutcomeRecord<Code> {
  return { ...record, entry: original, rule: ruleOf(original) };
}

/** A rendering of a remainder, with its entries named as in the whole policy, so that one account holds both. */
export function asOfWhole<Model, Code extends string>(
  rendering: Rendering<Model, Code>,
  { originals }: Remainder,
): Rendering<Model, Code> {
  const originalOf = (id: string): string => originals.get(id) ?? id;
  return {
    ...rendering,
    artifacts: rendering.artifacts.map((artifact) => ({
      ...artifact,
      spans: artifact.spans.map((span) => ({ ...span, entry: originalOf(span.entry) })),
    })),
    outcomes: rendering.outcomes.map((record) => recordAs(record, originalOf(record.entry))),
    diagnostics: rendering.diagnostics.map((diagnostic) => {
      const { entry } = diagnostic.data;
      return typeof entry === 'string'
        ? { ...diagnostic, data: { ...diagnostic.data, entry: originalOf(entry) } }
        : diagnostic;
    }),
  };
}
