/** What the command tells the shell. The README documents them; scripts rely on them. */
export const exitStatus = {
  done: 0,
  /** Done, but there is something to look at. */
  attention: 1,
  /** The input was refused, and nothing was written. */
  refused: 2,
  /** A defect of ours: EX_SOFTWARE of sysexits.h. */
  defect: 70,
  /** What was printed did not reach its end, a full disk for one: EX_IOERR. */
  lost: 74,
} as const;

/** One of {@link exitStatus}. */
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
