import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editions } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { drive, repository } from './drive.js';
import { scratch } from './scratch.js';

const readme = await readFile(join(repository, 'README.md'), 'utf8');

function blocksOf(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);
}

function words(line: string): string {
  return line.split(/\s+/).join(' ');
}

describe('the README', () => {
  it('shows lines that the command prints, and counts them', async () => {
    const cwd = await scratch();
    const profile = join(repository, 'examples/contoso/workspace.yaml');
    const edition = /--edition ([0-9-]+)/.exec(readme)?.[1] ?? '';
    const given = ['--profile', profile, '--target', 'azure-firewall', '--edition', edition, '--out', 'o'];
    const { stdout } = await drive(['render', ...given], { cwd });
    const printed = stdout.trimEnd().split('\n').map(words);
    const shown = (blocksOf('text')[0] ?? '').trimEnd().split('\n').map(words);
    expect(printed).toEqual(expect.arrayContaining(shown));
    // Without the titles, and their rule in what is printed.
    expect(readme).toContain(`(${shown.length - 1} of ${printed.length - 2} lines)`);
  });

  it('shows lines of what an edition means for the example', async () => {
    const [, from = '', to = ''] = /diff --from ([0-9-]+) --to ([0-9-]+)/.exec(readme) ?? [];
    const profile = ['--profile', 'examples/contoso/workspace.yaml'];
    const { stdout } = await drive(['diff', '--from', from, '--to', to, ...profile]);
    const shown = (blocksOf('text')[1] ?? '').trimEnd().split('\n').map(words);
    expect(shown.length).toBeGreaterThan(5);
    expect(stdout.split('\n').map(words)).toEqual(expect.arrayContaining(shown));
  });

  it('names every edition that there is', () => {
    for (const { id } of editions) expect(readme).toContain(id);
  });

  it('shows a profile that is one', async () => {
    const cwd = await scratch({ 'workspace.yaml': blocksOf('yaml')[0] ?? '' });
    expect((await drive(['plan', '--profile', 'workspace.yaml'], { cwd })).status).toBe(0);
  });

  it('shows code that runs', () => {
    const [code = ''] = blocksOf('js');
    const output = execFileSync(
      process.execPath,
      ['--conditions=@azureml-firewall/source', '--import', 'tsx', '--input-type=module', '--eval', code],
      { cwd: join(repository, 'packages/cli'), encoding: 'utf8' },
    );
    expect(output).toMatch(/^[a-z-]+\.json \d+\n\[/);
  }, 30_000);
});
