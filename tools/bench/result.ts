import type { Spread } from './measure.js';
import type { Share } from './profile.js';

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
  /** What Node.js is given to do the work once more, so that a profile shows where the time goes. */
  readonly again?: readonly string[];
  /** Made where the target is missed. */
  readonly profile?: readonly Share[];
}
