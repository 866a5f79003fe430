import type { Artifact, Context } from '@azureml-firewall/renderer-kit';
import { accessLists, type AccessList } from '../access-lists.js';
import type { CiscoAsaModel } from '../model.js';
import type { CiscoAsaOptions } from '../options.js';
import { appliedLines, entryLines, removedLines } from '../print/entries.js';
import { addLines, dropLines, groupChanges, type GroupChange } from './groups.js';
import { madeObjects, objectsOnlyIn, removedObjects } from './objects.js';

/** A list with its lines in both configurations. */
interface ListChange {
  readonly list: AccessList;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly rewritten: boolean;
  /** Whether nothing may pass while it changes, since what passes on the way could be in neither configuration. */
  readonly closed: boolean;
}

/** Whether a group can change while it is in use: then what lets pass shrinks first, and what denies grows first. */
function isDirect({ keeps, actions }: GroupChange): boolean {
  return keeps && actions.size === 1;
}

function listChanges(
  previous: CiscoAsaModel,
  next: CiscoAsaModel,
  groups: readonly GroupChange[],
  options: CiscoAsaOptions,
): readonly ListChange[] {
  return accessLists(options).map((list) => {
    const [before = [], after = []] = [previous, next].map(({ entries }) =>
      entries
        .filter(({ direction }) => direction === list.direction)
        .flatMap((entry) => entryLines(list.name, entry, options.log)),
    );
    const rewritten = before.join('\n') !== after.join('\n');
    const waits = groups.some((group) => group.directions.has(list.direction) && !isDirect(group));
    return { list, before, after, rewritten, closed: before.length > 0 && after.length > 0 && (rewritten || waits) };
  });
}

/**
 * What denies everything stands first while a list changes: were its last entry taken away, the list would go, and the
 * interface would fall back to what its security level lets pass. In two entries, so that they are not one of the reader's.
 */
function closing({ name }: AccessList): readonly (readonly [head: string, rest: string])[] {
  return ['any4', 'any6'].map((any) => [`access-list ${name}`, `extended deny ip ${any} ${any}`]);
}

/** A list that goes does so before the groups change that it names; one that comes is filled when they have. */
function closeLines({ list, before, after, rewritten, closed }: ListChange): readonly string[] {
  if (before.length > 0 && after.length === 0) return removedLines(list);
  if (!closed) return [];
  return [
    ...closing(list).map(([head, rest], i) => `${head} line ${String(i + 1)} ${rest}`),
    ...(rewritten ? before.map((line) => `no ${line}`) : []),
  ];
}

function openLines({ list, before, after, rewritten, closed }: ListChange): readonly string[] {
  return [
    ...(rewritten ? after : []),
    ...(before.length === 0 && after.length > 0 ? appliedLines(list) : []),
    ...(closed ? closing(list).map(([head, rest]) => `no ${head} ${rest}`) : []),
  ];
}

function groupLines(groups: readonly GroupChange[], lists: readonly ListChange[]): readonly string[] {
  const inForce = new Set(
    lists
      .filter(({ before, after, closed }) => before.length > 0 && after.length > 0 && !closed)
      .map(({ list }) => list.direction),
  );
  const open = groups.filter(({ directions }) => [...directions].some((direction) => inForce.has(direction)));
  const behind = groups.filter((group) => !open.includes(group));
  const denying = open.filter(({ actions }) => actions.has('deny'));
  const allowing = open.filter(({ actions }) => !actions.has('deny'));
  return [
    ...behind.flatMap((group) => [...addLines(group), ...dropLines(group)]),
    ...denying.flatMap(addLines),
    ...allowing.flatMap(dropLines),
    ...allowing.flatMap(addLines),
    ...denying.flatMap(dropLines),
  ];
}

/**
 * The commands from one configuration to the next, of which each takes effect at once. Other members of groups are all
 * that most weeks bring; where entries change as well, the list lets nothing new pass until it is complete.
 */
export function printUpdate(
  previous: CiscoAsaModel,
  next: CiscoAsaModel,
  { options }: Context<CiscoAsaOptions>,
): readonly Artifact[] {
  const groups = groupChanges(previous, next);
  const lists = listChanges(previous, next, groups, options);
  const lines = [
    ...madeObjects(objectsOnlyIn(next, previous)),
    ...lists.flatMap(closeLines),
    ...groupLines(groups, lists),
    ...lists.flatMap(openLines),
    ...removedObjects(objectsOnlyIn(previous, next)),
  ];
  return lines.length === 0 ? [] : [{ path: 'asa-update.cfg', text: `${lines.join('\n')}\n`, spans: [] }];
}
