import type { Edition } from '../edition/edition.js';
import type { Profile, Role } from '../profile/profile.js';
import type { Region } from '../region.js';

/** What a plan is made from. */
export interface PlanContext {
  readonly edition: Edition;
  readonly profile: Profile;
  readonly region: Region;
  /** The roles that were asked for. */
  readonly roles: readonly Role[];
  /** Those of them that have addresses. */
  readonly placed: readonly Role[];
}
