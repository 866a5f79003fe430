/** Something in a profile that is refused: where, what was found, and what is expected instead. */
export interface ProfileIssue {
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly expected: string;
}

/**
 * A profile that no parser has seen and that holds a value Azure would refuse. `parseProfile` returns the same issues
 * without throwing. Tell it by its `name`; two copies of this package have two classes.
 */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly issues: readonly ProfileIssue[];

  constructor(issues: readonly ProfileIssue[]) {
    super(
      issues
        .map(({ path, found, expected }) => `${path.join('.') || 'profile'}: found ${found}, expected ${expected}`)
        .join('; '),
    );
    this.issues = issues;
  }
}
