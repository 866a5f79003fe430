import type { Spread } from './measure.js';

/** One line of the report. */
export interface Result {
  /** Row of the table of targets. */
  readonly row: string;
  readonly work: string;
  /** What was measured, ours first. */
  readonly measured: Readonly<Record<string, Spread | number | string>>;
  /** The figure that the target speaks of. */
  readonly figure: string;
  readonly target: string;
  /** Whether it is met; absent where a reference is missing on this machine. */
  readonly met?: boolean;
  readonly note?: string;
}
