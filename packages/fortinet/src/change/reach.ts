import type { FortiConfig } from '../model.js';
import { editsOf } from '../print/tables.js';
import { keyOf } from './match.js';

/** What is reached from some objects through groups, of all that an update changes under the same name. */
export type Reach = (keys: readonly string[]) => ReadonlySet<string>;

/** Tables whose objects can change under their name; the names of all others follow from their content. */
const changing: ReadonlySet<string> = new Set([
  'firewall addrgrp',
  'firewall addrgrp6',
  'firewall service group',
  'webfilter urlfilter',
  'webfilter profile',
]);

function addMembers(inner: Map<string, string[]>, { groups, serviceGroups, webFilterProfiles }: FortiConfig): void {
  const add = (key: string, members: readonly string[]): void => {
    const list = inner.get(key) ?? [];
    inner.set(key, list);
    for (const member of members) list.push(member);
  };
  for (const { family, name, members } of groups) {
    const path = family === 'ipv4' ? 'firewall addrgrp' : 'firewall addrgrp6';
    add(
      keyOf(path, name),
      members.map((member) => keyOf(path, member)),
    );
  }
  for (const { name, members } of serviceGroups)
    add(
      keyOf('firewall service group', name),
      members.map((member) => keyOf('firewall service group', member)),
    );
  for (const { name, urlFilter } of webFilterProfiles)
    add(keyOf('webfilter profile', name), [keyOf('webfilter urlfilter', urlFilter)]);
}

function textsOf(config: FortiConfig): ReadonlyMap<string, string> {
  const tables = editsOf(config).filter(({ path }) => changing.has(path));
  return new Map(
    tables.flatMap(({ path, edits }) =>
      [...edits].map((edit) => [keyOf(path, edit.key.text), JSON.stringify(edit.body)] as const),
    ),
  );
}

/** Objects that both configurations have, and that differ. */
export function changedIn(previous: FortiConfig, next: FortiConfig): ReadonlySet<string> {
  const [before, after] = [textsOf(previous), textsOf(next)];
  return new Set([...after].filter(([key, text]) => (before.get(key) ?? text) !== text).map(([key]) => key));
}

const nothing: ReadonlySet<string> = new Set();

/** The reach of names in either of two configurations. */
export function reachOf(previous: FortiConfig, next: FortiConfig): Reach {
  const changed = changedIn(previous, next);
  if (changed.size === 0) return () => nothing;
  const inner = new Map<string, string[]>();
  addMembers(inner, previous);
  addMembers(inner, next);
  const known = new Map<string, ReadonlySet<string>>();
  // Groups hold only what was defined before them: none holds itself.
  const from = (key: string): ReadonlySet<string> => {
    const members = inner.get(key);
    if (!members) return changed.has(key) ? new Set([key]) : nothing;
    const found = known.get(key) ?? new Set([...(changed.has(key) ? [key] : []), ...all(members)]);
    known.set(key, found);
    return found;
  };
  const all = (keys: readonly string[]): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const key of keys) for (const one of from(key)) found.add(one);
    return found;
  };
  return all;
}
