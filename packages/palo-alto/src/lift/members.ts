import { accepted, parseDestination, refused, type Destination, type Parsed } from '@azureml-firewall/rule-model';
import type { PanosConfig } from '../model.js';

/** The prefixes of the lists that rules follow, by the name of the list. */
export type ListContents = Readonly<Record<string, readonly string[]>>;

/** Finds what a name in a source or destination stands for. */
export type Resolve = (name: string) => Parsed<readonly Destination[]>;

function all<T, U>(items: readonly T[], read: (item: T) => Parsed<readonly U[]>): Parsed<readonly U[]> {
  const found: U[] = [];
  for (const item of items) {
    const parsed = read(item);
    if (!parsed.ok) return parsed;
    for (const one of parsed.value) found.push(one);
  }
  return accepted(found);
}

function value(text: string): Parsed<readonly Destination[]> {
  const parsed = parseDestination(text);
  return parsed.ok ? accepted([parsed.value]) : parsed;
}

/** Looks names up in a configuration: addresses, groups within groups, lists. */
export function resolver({ addresses, groups }: PanosConfig, lists: ListContents): Resolve {
  const addressOf = new Map(addresses.map((address) => [address.name, address.value]));
  const groupOf = new Map(groups.map((group) => [group.name, group.members]));
  const find = (name: string, within: readonly string[]): Parsed<readonly Destination[]> => {
    const address = addressOf.get(name);
    if (address !== undefined) return value(address);
    const members = groupOf.get(name);
    if (members && !within.includes(name)) return all(members, (member) => find(member, [...within, name]));
    const lines = Object.hasOwn(lists, name) ? lists[name] : undefined;
    return lines
      ? all(lines, value)
      : refused('palo-alto/undefined', name, 'an address, group or list with known content');
  };
  return (name) => find(name, []);
}

/** The destinations of several names. */
export function resolveAll(names: readonly string[], resolve: Resolve): Parsed<readonly Destination[]> {
  return all(names, resolve);
}
