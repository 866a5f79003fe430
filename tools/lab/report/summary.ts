import type { Tried } from '../try.js';
import type { Judged } from '../compare.js';
import type { Kind } from '../probe.js';

/** What came of one workspace on one back end, in numbers. */
export interface WorkspaceRow {
  readonly backEnd: string;
  readonly workspace: string;
  readonly entries: number;
  /** Entries by verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly probes: number;
  /** Promised to pass, and did. */
  readonly passed: number;
  /** Promised to be stopped, and were. */
  readonly stopped: number;
  /** Said to pass although not asked for, and did: the documented gap, by kind of probe. */
  readonly gap: Readonly<Partial<Record<Kind, number>>>;
  readonly disagreements: number;
  readonly faults: readonly string[];
}

function count<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys.toSorted()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const held = (judged: readonly Judged[], expected: 'pass' | 'stop'): number =>
  judged.filter((one) => one.expected === expected && one.agrees).length;

/** The numbers of one try. */
export function summarize({ backEnd, workspace, rendered, judged, faults }: Tried): WorkspaceRow {
  const { outcomes } = rendered;
  const open = judged.filter(({ expected, observed }) => expected === 'either' && observed === 'pass');
  return {
    backEnd,
    workspace,
    entries: outcomes.length,
    verdicts: count(outcomes.map(({ outcome }) => outcome)),
    probes: judged.length,
    passed: held(judged, 'pass'),
    stopped: held(judged, 'stop'),
    gap: count(open.map(({ probe }) => probe.kind)),
    disagreements: judged.filter(({ agrees }) => !agrees).length,
    faults,
  };
}
