import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Namespace } from './namespace.js';

/** A daemon under test, in the foreground so that its end is seen. */
export class Daemon {
  readonly #process: ChildProcess;
  #output = '';
  #ended = false;

  constructor(space: Namespace, command: readonly string[]) {
    this.#process = space.start(command);
    const keep = (chunk: Buffer): string => (this.#output += chunk.toString());
    this.#process.stdout?.on('data', keep);
    this.#process.stderr?.on('data', keep);
    this.#process.once('exit', () => (this.#ended = true));
  }

  /** What it said so far. */
  get output(): string {
    return this.#output;
  }

  /** Waits until a check holds. Throws with what was said if it never does. */
  async until(check: () => boolean, what: string): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if (this.#ended) throw new Error(`${what}: ended\n${this.#output.slice(-2000)}`);
      if (check()) return;
      await sleep(25);
    }
    throw new Error(`${what}: not ready\n${this.#output.slice(-2000)}`);
  }

  /** Ends it and waits for that. */
  async end(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<void> {
    if (this.#ended) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill(signal);
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(killer);
  }
}
