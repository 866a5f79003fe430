import type { Action, Direction } from '@azureml-firewall/rule-model';
import type { CiscoAsaModel, NetworkGroup } from '../model.js';
import { memberText, networkHead } from '../print/objects.js';

/** A group of addresses that has other members in the next configuration. */
export interface GroupChange {
  readonly head: string;
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Whether a member is in both: a group that is in use may not be empty. */
  readonly keeps: boolean;
  /** What the entries that name it do, in either configuration. */
  readonly actions: ReadonlySet<Action>;
  readonly directions: ReadonlySet<Direction>;
}

function usersOf(name: string, models: readonly CiscoAsaModel[]): CiscoAsaModel['entries'] {
  const isIt = (end: CiscoAsaModel['entries'][number]['source']): boolean => 'group' in end && end.group === name;
  return models.flatMap(({ entries }) =>
    entries.filter(({ source, destination }) => isIt(source) || isIt(destination)),
  );
}

function changeOf(old: NetworkGroup, now: NetworkGroup, models: readonly CiscoAsaModel[]): readonly GroupChange[] {
  const [before, after] = [old, now].map(({ members }) => new Set(members.map(memberText)));
  const added = [...(after ?? [])].filter((text) => !before?.has(text));
  const gone = [...(before ?? [])].filter((text) => !after?.has(text));
  if (added.length + gone.length === 0) return [];
  const users = usersOf(now.name, models);
  const actions = new Set(users.map(({ action }) => action));
  const directions = new Set(users.map(({ direction }) => direction));
  return [{ head: networkHead(now), added, gone, keeps: gone.length < old.members.length, actions, directions }];
}

/** The groups that both configurations have, and that differ. */
export function groupChanges(previous: CiscoAsaModel, next: CiscoAsaModel): readonly GroupChange[] {
  const before = new Map(previous.networks.map((group) => [group.name, group]));
  return next.networks.flatMap((now) => {
    const old = before.get(now.name);
    return old ? changeOf(old, now, [previous, next]) : [];
  });
}

/** Adds what is new in a group. */
export function addLines({ head, added }: GroupChange): readonly string[] {
  return added.length === 0 ? [] : [head, ...added.map((text) => ` ${text}`)];
}

/** Takes out what is gone from a group. */
export function dropLines({ head, gone }: GroupChange): readonly string[] {
  return gone.length === 0 ? [] : [head, ...gone.map((text) => ` no ${text}`)];
}
