/** What became of a check. The reason is empty for a pass. */
export interface Result {
  readonly status: 'pass' | 'fail' | 'skip';
  readonly reason: string;
}

/** One thing that is held against a renderer. */
export interface Check {
  /** What it asks, `group: what breaks if it fails`. Unique in its list. */
  readonly name: string;
  /** Why it is skipped. Known before it runs, so that any test runner can show it. */
  readonly skip?: string;
  /** Never throws and never rejects: what is thrown inside is a failure with its reason. */
  readonly run: () => Result | Promise<Result>;
}

/** What is wrong, one text each; empty when all is well. */
export type Faults = readonly string[];

/** Texts of a failure that are shown: who mends the first ten rarely needs the rest. */
const shown = 10;

function resultOf(faults: Faults): Result {
  if (faults.length === 0) return { status: 'pass', reason: '' };
  const more = faults.length > shown ? [`and ${String(faults.length - shown)} more`] : [];
  return { status: 'fail', reason: [...faults.slice(0, shown), ...more].join('\n') };
}

/** What was thrown, in words. */
export function thrownText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(error: unknown): Result {
  return { status: 'fail', reason: thrownText(error) };
}

/** A check that fails with the faults that it finds, or with what is thrown on the way. */
export function check(name: string, find: () => Faults | Promise<Faults>): Check {
  return {
    name,
    run: () => {
      try {
        const faults = find();
        return 'then' in faults ? faults.then(resultOf, failed) : resultOf(faults);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

/** A check that can't be made here, and says why. */
export function skipped(name: string, reason: string): Check {
  return { name, skip: reason, run: () => ({ status: 'skip', reason }) };
}
