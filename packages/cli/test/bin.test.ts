import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';

const bin = join(repository, 'packages/cli/src/bin.ts');
const profile = ['--profile', 'examples/contoso/workspace.yaml'];

interface Started {
  readonly done: Promise<Driven>;
  readonly stopReading: () => void;
}

/** The command in a process of its own, from its sources. */
function start(words: readonly string[], out: number | 'pipe' = 'pipe'): Started {
  const child = spawn(process.execPath, ['--conditions=@azureml-firewall/source', '--import', 'tsx', bin, ...words], {
    cwd: repository,
    stdio: ['ignore', out, 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (part: Buffer) => {
      written[name] += part.toString();
    });
  const done = new Promise<Driven>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status: status ?? -1, ...written });
    });
  });
  return { done, stopReading: () => child.stdout?.destroy() };
}

describe('the command in a process of its own', () => {
  it('prints what it prints in process', async () => {
    const words = ['plan', ...profile, '--format', 'json'];
    expect(await start(words).done).toEqual(await drive(words));
  }, 30_000);

  it('exits with 2 and one line for a mistake', async () => {
    const { status, stdout, stderr } = await start(['plan', '--profile', 'none.yaml']).done;
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      'error: none.yaml: no such file, expected a file that can be read\n',
    ]);
  }, 30_000);

  it.skipIf(process.platform !== 'linux')(
    'says so when what it prints gets lost',
    async () => {
      const full = openSync('/dev/full', 'w');
      const { done } = start(['plan', ...profile, '--format', 'json'], full);
      const { status, stderr } = await done;
      closeSync(full);
      expect([status, stderr]).toEqual([
        74,
        expect.stringMatching(/^error: what was printed is not complete: ENOSPC.*\n$/),
      ]);
    },
    30_000,
  );

  it('is quiet when nobody reads on', async () => {
    const { done, stopReading } = start(['plan', ...profile, '--format', 'json']);
    stopReading();
    expect(await done).toEqual({ status: 0, stdout: '', stderr: '' });
  }, 30_000);
});
