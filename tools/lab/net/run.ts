import { spawnSync } from 'node:child_process';

/** What a command said. */
export interface Said {
  readonly status: number;
  readonly output: string;
}

/** Runs a command and gives what it said on both outputs. */
export function attempt(command: readonly string[], input?: string): Said {
  const [file = '', ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input !== undefined && { input }),
  });
  if (error) throw error;
  return { status: status ?? -1, output: `${stdout}${stderr}` };
}

/** Runs a command that has to succeed; gives its output. */
export function run(command: readonly string[], input?: string): string {
  const { status, output } = attempt(command, input);
  if (status !== 0)
    throw new Error(`${command.join(' ').slice(0, 200)} ended with ${status}:\n${output.slice(0, 2000)}`);
  return output;
}
