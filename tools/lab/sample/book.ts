import { familyOf } from '@azureml-firewall/rule-model';
import { offset } from '../address.js';
import type { Probe } from '../probe.js';
import type { Draft } from './draft.js';

/** The made-up addresses of a name. */
export interface NameRecord {
  readonly ipv4?: string;
  readonly ipv6?: string;
}

/** The addresses of a record, one of each family that it has. */
export function addressesOf({ ipv4, ipv6 }: NameRecord): readonly string[] {
  return [ipv4, ipv6].filter((address) => address !== undefined);
}

/** Addresses by name: the lab's whole DNS. No two names share an address. */
export type Book = ReadonlyMap<string, NameRecord>;

const first = { ipv4: '198.18.0.1', ipv6: '2001:db8:18::1' };

function made(i: number): NameRecord {
  const [ipv4, ipv6] = [offset(first.ipv4, i), offset(first.ipv6, i)];
  if (i >= 2 ** 16 || ipv4 === undefined || ipv6 === undefined) throw new RangeError('too many names for the lab');
  return { ipv4, ipv6 };
}

/** Gives each name that drafts speak of an address of each family, or the one that a draft pins. */
export function bookOf(drafts: readonly Draft[]): Book {
  const pinned = new Map<string, NameRecord>();
  const names = new Set<string>();
  for (const { to, asked, shown } of drafts) {
    if ('address' in to && to.named !== undefined) pinned.set(to.named, { [familyOf(to.address)]: to.address });
    for (const name of ['name' in to ? to.name : null, asked, shown]) if (name !== null) names.add(name);
  }
  const free = [...names].filter((name) => !pinned.has(name)).toSorted();
  return new Map([...free.map((name, i) => [name, made(i)] as const), ...pinned]);
}

/** The name that an address belongs to. */
export function ownersOf(book: Book): ReadonlyMap<string, string> {
  return new Map([...book].flatMap(([name, record]) => addressesOf(record).map((address) => [address, name] as const)));
}

function addressOf({ to, family }: Draft, book: Book): string {
  if ('address' in to) return to.address;
  const address = book.get(to.name)?.[family];
  if (address === undefined) throw new RangeError(`${to.name} has no ${family} address in the book`);
  return address;
}

/**
 * Drafts with their addresses, numbered. What would be sent twice is sent once: for the entry that lists it, if one does.
 */
export function settle(drafts: readonly Draft[], book: Book): readonly Probe[] {
  const probes = new Map<string, Probe>();
  for (const draft of drafts) {
    const { to: _, family: __, kind, entry, ...sent } = draft;
    const address = addressOf(draft, book);
    const genuine = sent.asked !== null && book.get(sent.asked)?.[familyOf(address)] === address;
    const wire = { ...sent, address, genuine };
    const key = JSON.stringify(Object.entries(wire).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const twin = probes.get(key);
    if (twin === undefined || (twin.kind !== 'listed' && kind === 'listed'))
      probes.set(key, { id: twin?.id ?? probes.size, kind, entry, ...wire });
  }
  return [...probes.values()];
}
