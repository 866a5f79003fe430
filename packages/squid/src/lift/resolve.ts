import {
  parseDestination,
  parsePortRange,
  type Cidr,
  type Destination,
  type PortRange,
} from '@azureml-firewall/rule-model';
import type { Acl, SquidConfig } from '../model.js';

/** Looks up what names of conditions stand for. */
export interface Resolver {
  readonly acl: (name: string) => Acl | undefined;
  readonly values: (acl: Acl) => readonly string[];
}

/** A resolver for the conditions of a configuration. */
export function resolverOf({ acls, lists }: SquidConfig): Resolver {
  const byName = new Map(acls.map((acl) => [acl.name, acl]));
  const listed = new Map(lists.map(({ name, values }) => [name, values]));
  return {
    acl: (name) => byName.get(name),
    values: ({ of }) => ('list' in of ? (listed.get(of.list) ?? []) : of.values),
  };
}

function parsed(text: string): readonly Destination[] {
  const destination = parseDestination(text);
  return destination.ok ? [destination.value] : [];
}

/** Prefixes of a list of addresses. */
export function cidrsOf(values: readonly string[]): readonly Cidr[] {
  return values.flatMap(parsed).flatMap((one) => (one.kind === 'cidr' ? one : []));
}

/** Ports of a list of ports. */
export function portsOf(values: readonly string[]): readonly PortRange[] {
  return values.flatMap((text) => {
    const range = parsePortRange(text);
    return range.ok ? range.value : [];
  });
}

/** The path that a regular expression of ours was made of. */
function pathOf(pattern: string): string {
  const end = '(\\?|$)';
  const text = pattern.endsWith(end) ? pattern.slice(1, -end.length) : `${pattern.slice(1)}*`;
  return text.replaceAll('\\', '');
}

/** What names and addresses a condition is about; nothing for one that is about something else. */
export function destinationsOf(
  { type }: Acl,
  values: readonly string[],
  pattern: string | undefined,
): readonly Destination[] {
  switch (type) {
    case 'dst':
    case 'localip':
      return cidrsOf(values);
    case 'dstdomain':
    case 'ssl::server_name':
      if (pattern !== undefined) return values.flatMap((host) => parsed(`${host}${pathOf(pattern)}`));
      return values.flatMap((name) => parsed(name.startsWith('.') ? `*${name}` : name));
    case 'dstdom_regex':
    case 'ssl::server_name_regex':
      return values.flatMap((regex) => parsed(`*${regex.replaceAll('\\', '').replace('$', '')}`));
    default:
      return [];
  }
}
