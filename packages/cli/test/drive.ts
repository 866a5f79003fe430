import { Readable } from 'node:stream';
import { run } from '../src/run.js';
import type { Host, Sink, Terminal } from '../src/host.js';

interface Given {
  readonly cwd?: string;
  readonly env?: Host['env'];
  readonly terminal?: { readonly columns: number };
  /** What stands on stdin, in pieces. */
  readonly stdin?: readonly Uint8Array[];
  /** Where questions are put and answered. */
  readonly person?: Terminal;
}

export interface Driven {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const repository = new URL('../../..', import.meta.url).pathname;

/** Runs the command in process, with streams that remember. */
export async function drive(
  words: readonly string[],
  { cwd = repository, env = {}, terminal, person, stdin }: Given = {},
): Promise<Driven> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written): Sink => ({
    write: (text) => {
      written[name] += text;
    },
    ...(terminal && { isTTY: true, columns: terminal.columns }),
  });
  const streams = { stdout: sink('stdout'), stderr: sink('stderr') };
  const status = await run(words, {
    ...streams,
    cwd,
    env,
    ...(person && { terminal: person }),
    ...(stdin && { stdin: Readable.from(stdin) }),
  });
  return { status, ...written };
}
