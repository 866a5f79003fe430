import { stableName } from '@azureml-firewall/renderer-kit';
import { collectionsOf, type Turn } from '../collections.js';
import { limitOf } from '../limits.js';
import type { RuleCollectionGroup } from '../model.js';
import type { AzureFirewallOptions } from '../options.js';
import { groupBytes } from './sizes.js';
import { bucketsOf, mostBits, placeOf } from './buckets.js';

/** Priorities that are kept for the parts of one block. */
const room = 2 ** mostBits;

function groupOf(turns: readonly Turn[], name: string, priority: number): RuleCollectionGroup {
  return { name, priority, collections: turns.flatMap(collectionsOf) };
}

/** Turns that follow each other and fit into one group; a turn that does not fit stands alone. */
function blocksOf(turns: readonly Turn[], fits: (turns: readonly Turn[]) => boolean): readonly (readonly Turn[])[] {
  const blocks: (readonly Turn[])[] = [];
  for (const turn of turns) {
    const last = blocks.at(-1);
    if (last && fits([...last, turn])) blocks[blocks.length - 1] = [...last, turn];
    else blocks.push([turn]);
  }
  return blocks;
}

/** The rules of a turn in parts: between them order decides nothing. */
function partsOf(turn: Turn, fits: (turns: readonly Turn[]) => boolean): readonly { path: string; turn: Turn }[] {
  const only = (names: ReadonlySet<string>): Turn => ({
    ...turn,
    groups: turn.groups
      .map((group) => ({ ...group, rules: group.rules.filter(({ name }) => names.has(name)) }))
      .filter(({ rules }) => rules.length > 0),
  });
  const names = turn.groups.flatMap(({ rules }) => rules.map(({ name }) => name));
  return bucketsOf(
    names,
    (name) => name,
    (some) => fits([only(new Set(some))]),
  ).map(({ path, items }) => ({ path, turn: only(new Set(items)) }));
}

function sizeLimit({ limits }: AzureFirewallOptions): number {
  return Math.min(limitOf('groupBytes', limits), limitOf('templateResourceBytes', limits));
}

/**
 * The rule collection groups of a policy: one, unless it would be too large. Then turns of allow and deny are parted
 * where they meet, and a turn that is still too large by a hash of its rules' names (see `bucketsOf`). The first group
 * keeps its name and priority, so that what was deployed before is replaced by a part of it.
 */
export function splitIntoGroups(turns: readonly Turn[], options: AzureFirewallOptions): readonly RuleCollectionGroup[] {
  const { groupName, groupPriority, limits } = options;
  const most = sizeLimit(options);
  const fits = (some: readonly Turn[]): boolean => groupBytes(groupOf(some, groupName, groupPriority)) <= most;
  const whole = groupOf(turns, groupName, groupPriority);
  if (whole.collections.length === 0) return [];
  if (fits(turns)) return [whole];
  const names = { limit: limitOf('nameLength', limits), illegal: /[^A-Za-z0-9._-]/g, fill: '-' };
  const groups = blocksOf(turns, fits).flatMap((block, i): readonly RuleCollectionGroup[] => {
    const [first, ...others] = block;
    if (!first) return [];
    const name = i === 0 ? groupName : `${groupName}-t${first.turn}`;
    const priority = groupPriority + (i === 0 ? 0 : room * first.turn);
    if (others.length > 0) return [groupOf(block, stableName(name, names), priority)];
    return partsOf(first, fits).map(({ path, turn }) =>
      groupOf([turn], stableName(path === '' ? name : `${name}-${path}`, names), priority + placeOf(path)),
    );
  });
  const last = groups.at(-1);
  return last && last.priority <= limitOf('highestPriority', limits) ? groups : [whole];
}
