import { checkProfile } from './check-profile.js';
import { checkShape } from './check-shape.js';
import { completeProfile } from './defaults.js';
import { ProfileError } from './profile-error.js';
import type { Profile, ProfileInput } from './profile.js';

/**
 * A profile with every default, held against all that can be wrong with it: code can be without types, and a key that is
 * misspelt would leave its need out unsaid.
 * @throws ProfileError with every mistake of the shape, or of the values where the shape is well.
 */
export function settleProfile(input: ProfileInput): Profile {
  const shape = checkShape(input);
  if (shape.length > 0) throw new ProfileError(shape);
  const profile = completeProfile(input);
  const issues = checkProfile(profile);
  if (issues.length > 0) throw new ProfileError(issues);
  return profile;
}
