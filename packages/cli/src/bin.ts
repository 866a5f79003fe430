#!/usr/bin/env node
import { exitStatus } from './exit-status.js';
import { run } from './run.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early (`| head`): that is its right, and no news.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: what was printed is not complete: ${error.message}\n`);
  process.exitCode = exitStatus.lost;
});
// There is nowhere left to say it.
process.stderr.on('error', () => undefined);

const { stdin, stdout, stderr, env } = process;
// Questions go to stderr, so that stdout can be a file or pipe.
const terminal = stdin.isTTY && stderr.isTTY ? { terminal: { input: stdin, output: stderr } } : {};
const host = { stdin, stdout, stderr, cwd: process.cwd(), env, ...terminal };
const status = await run(process.argv.slice(2), host);
// Not process.exit: what is still on its way to a pipe would be cut off.
process.exitCode ??= status;
