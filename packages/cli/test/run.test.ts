import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run } from '../src/run.js';
import { drive } from './drive.js';

describe('run', () => {
  it.each([[['--help']], [['plan', '--help']], [['render', '-h']], [['help', 'editions']]])(
    'helps with %j',
    async (words) => {
      const { status, stdout, stderr } = await drive(words);
      expect(stdout).toMatch(/^Usage: azureml-firewall/);
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );

  it('shows examples, and the targets that there are', async () => {
    expect((await drive(['--help'])).stdout).toContain('Examples:');
    expect((await drive(['render', '--help'])).stdout).toMatch(/^Targets: azure-firewall/m);
  });

  it('helps on stderr where no verb is given, and refuses', async () => {
    const { status, stdout, stderr } = await drive([]);
    expect(stderr).toMatch(/^Usage: azureml-firewall/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('refuses an option that is given twice, of which the first would be lost in silence', async () => {
    const words = ['render', '--profile', 'x.yaml', '--target', 'palo-alto', '--target', 'fortinet'];
    const { status, stdout, stderr } = await drive(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe("error: option '--target <names>' is given twice, expected once\n");
    const nested = ['service-tags', 'resolve', 'Storage', '--file', 'a.json', '--file=b.json'];
    expect((await drive(nested)).stderr).toContain("'--file <file>' is given twice");
  });

  it('prints the version of the package', async () => {
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await drive(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it.each([
    ['', false],
    ['1', true],
  ])('calls its own defects by their name (DEBUG=%j)', async (debug, stack) => {
    let stderr = '';
    const status = await run(['editions'], {
      stdout: {
        write: () => {
          throw new TypeError('no\nway');
        },
      },
      stderr: { write: (text) => (stderr += text) },
      cwd: '/',
      env: { DEBUG: debug },
    });
    expect(status).toBe(70);
    expect(stderr).toMatch(
      /^internal error: TypeError: no\\u\{a\}way\nThis is a defect of azureml-firewall: please report it/,
    );
    expect(/^\s+at /m.test(stderr)).toBe(stack);
  });
});
