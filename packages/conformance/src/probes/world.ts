import { entriesOf, type Destination, type Policy, type Rule, type ServiceTag } from '@azureml-firewall/rule-model';
import { addressIn } from './address.js';
import { namesOf } from './names.js';

/** What a device learns from outside, made up for one policy. */
export interface World {
  /** The addresses that the device's own resolver knows for each name that exists. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The prefixes of each service tag. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** A name of its own that has an address of every other: what sees addresses alone can't tell it from them. */
export const neighbour = 'neighbour.test';

function rulesOf({ collections }: Policy): readonly Rule[] {
  return collections.flatMap(({ rules }) => rules);
}

function isTag(item: { readonly kind: string }): item is ServiceTag {
  return item.kind === 'service-tag';
}

/** Every mention of a tag. */
function mentionsOf(policy: Policy): readonly Omit<ServiceTag, 'kind'>[] {
  const rules = rulesOf(policy);
  return [
    ...rules.flatMap(({ sources, destinations, covering = [] }) =>
      [...sources, ...destinations, ...covering].filter(isTag),
    ),
    ...rules.flatMap(({ coveredBy = [] }) => coveredBy.map((tag) => ({ tag }))),
    ...policy.routes,
  ];
}

function tagsOf(policy: Policy): World['tags'] {
  const known = new Map<string, Set<string>>();
  for (const { tag, resolved } of mentionsOf(policy)) {
    const prefixes = known.get(tag) ?? new Set();
    for (const prefix of resolved?.prefixes ?? []) prefixes.add(prefix);
    known.set(tag, prefixes);
  }
  const invented = (place: number): readonly string[] => [
    `198.18.${String(place)}.0/24`,
    `2001:db8:18:${(place + 1).toString(16)}::/64`,
  ];
  return Object.fromEntries(
    [...known.keys()].toSorted().map((tag, place) => {
      const prefixes = [...(known.get(tag) ?? [])];
      return [tag, prefixes.length > 0 ? prefixes : invented(place % 256)];
    }),
  );
}

/** Where the hosts of a rule are found if its covering tags hold them, as the policy says. */
export function coveringPrefixes(rule: Rule, tags: World['tags']): readonly string[] {
  const { coveredBy = [], covering = [] } = rule;
  const [first = coveredBy[0]] = covering.map(({ tag }) => tag);
  return first === undefined ? [] : (tags[first] ?? []);
}

function freeAddresses(place: number): readonly string[] {
  return [`198.19.${String(place >> 8)}.${String(place & 255)}`, `2001:db8:19::${(place + 1).toString(16)}`];
}

function addressesIn(prefixes: readonly string[], place: number): readonly string[] {
  const families = [(one: string): boolean => !one.includes(':'), (one: string): boolean => one.includes(':')];
  return families.flatMap((isOf) => {
    const prefix = prefixes.find(isOf);
    return prefix === undefined ? [] : [addressIn(prefix, place + 1)];
  });
}

function destinationsOf(policy: Policy): readonly { readonly rule: Rule; readonly destination: Destination }[] {
  return entriesOf(policy).map(({ rule, destination }) => ({ rule, destination }));
}

/** A world in which what a policy says of it is true: a host that a tag covers is found at the addresses of that tag. */
export function worldOf(policy: Policy): World {
  const tags = tagsOf(policy);
  const all = destinationsOf(policy);
  const covered = new Map<string, readonly string[]>();
  const names = new Set(['elsewhere.test']);
  for (const { rule, destination } of all) {
    const { inside, outside } = namesOf(destination);
    for (const name of [...inside, ...outside]) names.add(name);
    const prefixes = coveringPrefixes(rule, tags);
    for (const name of inside) if (prefixes.length > 0 && !covered.has(name)) covered.set(name, prefixes);
  }
  const placed = [...names].toSorted().map((name, place): readonly [string, readonly string[]] => {
    const prefixes = covered.get(name);
    return [name, prefixes ? addressesIn(prefixes, place) : freeAddresses(place)];
  });
  return { names: Object.fromEntries([...placed, [neighbour, placed.flatMap(([, list]) => list)]]), tags };
}
