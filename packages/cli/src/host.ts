import type { Readable, Writable } from 'node:stream';

/** A stream that text is written to. `process.stdout` is one. */
export interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal, where there is one. */
  readonly columns?: number | undefined;
}

/** Where a person can be asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** All that the command knows of the machine it runs on, handed in so that a test can drive it in process. */
export interface Host {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** What is read for a file named `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Absent where nobody sits before it. */
  readonly terminal?: Terminal;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}
