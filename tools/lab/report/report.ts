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
