/** A stream that text is written to. `process.stdout` is one. */
export interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal, where there is one. */
  readonly columns?: number | undefined;
}

/** All that the command knows of the machine it runs on, handed in so that a test can drive it in process. */
export interface Host {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}
