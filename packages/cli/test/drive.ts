import { run } from '../src/run.js';
import type { Host, Sink } from '../src/host.js';

interface Given {
  readonly cwd?: string;
  readonly env?: Host['env'];
  readonly terminal?: { readonly columns: number };
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
  { cwd = repository, env = {}, terminal }: Given = {},
): Promise<Driven> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof written): Sink => ({
    write: (text) => {
      written[name] += text;
    },
    ...(terminal && { isTTY: true, columns: terminal.columns }),
  });
  const status = await run(words, { stdout: sink('stdout'), stderr: sink('stderr'), cwd, env });
  return { status, ...written };
}
