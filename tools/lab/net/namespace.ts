import { spawn, type ChildProcess } from 'node:child_process';
import { attempt, run, type Said } from './run.js';

/** A network namespace with its commands. */
export class Namespace {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  #inside(command: readonly string[]): readonly string[] {
    return ['ip', 'netns', 'exec', this.name, ...command];
  }

  /** Runs a command inside that has to succeed. */
  run(command: readonly string[], input?: string): string {
    return run(this.#inside(command), input);
  }

  /** Runs a command inside. */
  attempt(command: readonly string[], input?: string): Said {
    return attempt(this.#inside(command), input);
  }

  /** Starts a process inside that goes on. */
  start(command: readonly string[]): ChildProcess {
    const [file = '', ...args] = this.#inside(command);
    return spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  }

  /** Several lines of `ip` at once. */
  ip(lines: readonly string[]): void {
    run(['ip', '-netns', this.name, '-batch', '-'], `${lines.join('\n')}\n`);
  }

  /** Sets kernel parameters, by their paths under `/proc/sys`. */
  set(parameters: Readonly<Record<string, number>>): void {
    const lines = Object.entries(parameters).map(([path, value]) => `echo ${value} >/proc/sys/${path}`);
    this.run(['sh', '-euc', lines.join('\n')]);
  }
}
