import type { Refreshed } from '../refresh.js';
import type { Caught } from '../try-sabotage.js';
import type { WorkspaceRow } from './summary.js';

/** All that a run of the lab found. */
export interface Report {
  readonly control: { readonly probes: number; readonly passed: number };
  readonly workspaces: readonly { readonly id: string; readonly about: string }[];
  readonly backEnds: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly WorkspaceRow[];
  readonly sabotages: readonly Caught[];
  readonly refreshed: readonly Refreshed[];
}

/** Whether everything held: nothing was in the way without rules, no promise broke, and every sabotage was caught. */
export function isGood({ control, rows, sabotages, refreshed }: Report): boolean {
  return (
    control.passed === control.probes &&
    rows.every(({ disagreements, faults }) => disagreements + faults.length === 0) &&
    sabotages.every(({ by }) => by !== undefined) &&
    refreshed.every(({ faults }) => faults.length === 0)
  );
}

/** Fewest flows of which each back end has to promise something definite, and fewest that it has to let through. */
const enough = { definite: 500, passed: 100, sabotages: 12 } as const;

/** Where a full run tried too little to mean anything: a renderer that promises nothing would break no promise. */
export function shortcomings({ backEnds, rows, sabotages }: Report): readonly string[] {
  const short = backEnds.flatMap(({ id }) => {
    const own = rows.filter(({ backEnd }) => backEnd === id);
    const passed = own.reduce((total, row) => total + row.passed, 0);
    const definite = own.reduce((total, row) => total + row.stopped, passed);
    return definite < enough.definite || passed < enough.passed
      ? [`${id}: only ${definite} definite promises, ${passed} of them to let through`]
      : [];
  });
  return sabotages.length < enough.sabotages ? [...short, `only ${sabotages.length} sabotages`] : short;
}
