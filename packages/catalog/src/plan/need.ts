import type { Requirement } from '../edition/edition.js';
import type { Applied } from './applicable.js';

/** A requirement with those of its facts that apply. */
export interface PlannedNeed {
  readonly requirement: Requirement;
  readonly applied: readonly Applied[];
}
