import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answers, Call } from '../peer/call.js';
import type { Namespace } from './namespace.js';

const script = join(import.meta.dirname, '../peer/peer.ts');

/** A long-lived process in a namespace that serves and dials as it is told: no flow pays for a start. */
export class PeerProcess {
  readonly #process: ChildProcess;
  readonly #waiting: ((line: string) => void)[] = [];
  readonly #ended: Promise<never>;
  #fault = '';

  constructor(space: Namespace, credentials: string) {
    this.#process = space.start([process.execPath, '--import', 'tsx', script, credentials]);
    const { stdout, stderr } = this.#process;
    stderr?.on('data', (chunk: Buffer) => (this.#fault += chunk.toString()));
    if (stdout) createInterface({ input: stdout }).on('line', (line) => this.#waiting.shift()?.(line));
    this.#ended = new Promise((_, reject) => {
      this.#process.once('exit', () => {
        reject(new Error(`a peer ended:\n${this.#fault}`));
      });
    });
    this.#ended.catch(() => undefined);
  }

  /** Calls the peer; calls are answered in their order. */
  async call<C extends Call>(call: C): Promise<Answers[C['do']]> {
    const line = await Promise.race([
      this.#ended,
      new Promise<string>((resolve) => {
        this.#waiting.push(resolve);
        this.#process.stdin?.write(`${JSON.stringify(call)}\n`);
      }),
    ]);
    return JSON.parse(line) as Answers[C['do']];
  }

  /** Ends the process. */
  end(): void {
    this.#process.kill('SIGKILL');
  }
}
