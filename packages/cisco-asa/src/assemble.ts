import { familyOf } from '@azureml-firewall/rule-model';
import { describe, type Assembled, type Context, type Placed } from '@azureml-firewall/renderer-kit';
import { draftsOf, type Draft } from './drafts.js';
import { findingsOf } from './findings.js';
import { remarkLength } from './limits.js';
import type { Code } from './messages.js';
import type { AccessEntry, CiscoAsaModel, End, Match, Member, NameObject, NetworkGroup, Target } from './model.js';
import { nameOf, serviceWord } from './names.js';
import type { CiscoAsaOptions } from './options.js';

const shortFamily = { ipv4: '4', ipv6: '6' } as const;

/** What one draft needs in the way of objects, and its entry. */
interface Part {
  readonly names: readonly NameObject[];
  readonly networks: readonly NetworkGroup[];
  readonly entry: AccessEntry;
}

function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function nameObject(host: string, { family }: Draft, prefix: string): NameObject {
  return { name: nameOf(`fqdn${shortFamily[family]}-${host}`, prefix), family, host };
}

function membersOf(target: Target, draft: Draft, prefix: string): readonly Member[] {
  if (target.kind === 'host') return [{ kind: 'object', name: nameObject(target.host, draft, prefix).name }];
  return target.prefixes.map((one) => ({ kind: 'prefix', prefix: one }));
}

function memberKey(member: Member): string {
  return member.kind === 'object' ? `object ${member.name}` : member.prefix;
}

function partOf(draft: Draft, { prefix }: CiscoAsaOptions): Part {
  const { rule, family, sources, match, targets, entries } = draft;
  const number = shortFamily[family];
  const from = sources.prefixes.filter((one) => familyOf(one) === family);
  const source: NetworkGroup = {
    name: nameOf(`${rule.id}-src${number}`, prefix),
    members: from.map((one) => ({ kind: 'prefix', prefix: one })),
  };
  const members = once(
    targets.flatMap((target) => membersOf(target, draft, prefix)),
    memberKey,
  );
  // The service is part of the name, so that a second one renames nothing.
  const destination: NetworkGroup = { name: nameOf(`${rule.id}-${serviceWord(match)}-dst${number}`, prefix), members };
  const end: End = sources.any ? { any: family } : { group: source.name };
  return {
    names: targets.flatMap((target) => (target.kind === 'host' ? [nameObject(target.host, draft, prefix)] : [])),
    networks: sources.any ? [destination] : [source, destination],
    entry: {
      direction: rule.direction,
      action: rule.action,
      service: nameOf(serviceWord(match), prefix),
      source: end,
      destination: { group: destination.name },
      remark: describe(rule, remarkLength.value),
      entries,
    },
  };
}

function modelOf(drafts: readonly Draft[], options: CiscoAsaOptions): CiscoAsaModel {
  const parts = drafts.map((draft) => partOf(draft, options));
  const services = drafts.map(({ match: { protocol, ports } }) => {
    return { name: nameOf(serviceWord({ protocol, ports }), options.prefix), protocol, ports };
  });
  const byName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
    once(items, ({ name }) => name).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    names: byName(parts.flatMap(({ names }) => names)),
    networks: byName(parts.flatMap(({ networks }) => networks)),
    services: byName(services),
    entries: parts.map(({ entry }) => entry),
  };
}

/** The objects and access lists for all that was placed; none when nothing was. */
export function assemble(
  placed: readonly Placed<Match>[],
  context: Context<CiscoAsaOptions>,
): Assembled<CiscoAsaModel, Code> {
  const model = modelOf(draftsOf(placed), context.options);
  return { model, findings: findingsOf(model, placed, context) };
}
