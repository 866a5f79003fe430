import { stableHash } from '@azureml-firewall/renderer-kit';

interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * Azure takes 100 to 4096, each once in a direction (network-security-groups-overview.md, 2025-07). Below these bands and
 * above them is room for rules that somebody adds by hand.
 */
const leading: Band = { from: 500, to: 999 };
const first: Band = { from: 1000, to: 2999 };
const later = 250;
const end = 3999;

/** The last turn of allow and deny that has a band of its own. */
export const lastSecurityTurn = 1 + (end - first.to) / later;

/** The most rules of one direction that a later turn can hold; the first has room for more than a group may have. */
export const rulesOfLaterTurn = later;

/** The priority of a rule that comes after all others. */
export const closingPriority = 4096;

function bandOf(turn: number): Band {
  if (turn === 0) return leading;
  const from = first.to + 1 + later * (turn - 2);
  return turn === 1 ? first : { from, to: from + later - 1 };
}

/**
 * Priorities for the names of one turn. Between them order decides nothing, so each name has the place that its hash
 * points at: a rule that comes or goes moves no other, unless both point at the same place. Names that find no place
 * have none.
 */
export function prioritiesOf(turn: number, names: readonly string[]): ReadonlyMap<string, number> {
  const { from, to } = bandOf(turn);
  const size = to - from + 1;
  const taken = new Set<number>();
  const priorities = new Map<string, number>();
  // By hash, not as they come: which of two yields does not depend on their order in the policy.
  const hashed = names.map((name) => ({ name, hash: parseInt(stableHash(name).slice(-9), 36) }));
  for (const { name, hash } of hashed.toSorted((a, b) => a.hash - b.hash).slice(0, size)) {
    let priority = from + (hash % size);
    while (taken.has(priority)) priority = priority === to ? from : priority + 1;
    taken.add(priority);
    priorities.set(name, priority);
  }
  return priorities;
}
