import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository } from './drive.js';
import { listing, scratch } from './scratch.js';

const profile = join(repository, 'examples/contoso/workspace.yaml');
const edition = ['--edition', '2021-09-14'];
const render = ['render', '--profile', profile, '--target', 'azure-firewall', ...edition];

interface Record {
  readonly target: string;
  readonly entry: string;
  readonly outcome: string;
  readonly finding?: object;
  readonly artifact?: string;
  readonly lines?: readonly [number, number];
}

async function outcomesIn(directory: string): Promise<readonly Record[]> {
  return JSON.parse(await readFile(join(directory, 'outcomes.json'), 'utf8')) as readonly Record[];
}

describe('render', () => {
  it('prints the configuration, and findings and verdicts beside it', async () => {
    const { status, stdout, stderr } = await drive(render);
    expect(JSON.parse(stdout)).toHaveProperty('resources');
    expect(stderr).toMatch(/^(error|warning|info) azure-firewall\//m);
    expect(stderr).toMatch(/^target +exact +widened +narrowed +approximated +omitted +entries$/m);
    expect(status).toBe(0);
  });

  it('writes the files and the account, and shows each requirement with its verdict', async () => {
    const cwd = await scratch();
    const { status, stdout, stderr } = await drive([...render, '--out', 'out'], { cwd });
    expect(status).toBe(0);
    const files = await listing(join(cwd, 'out'));
    expect(files).toContain('azure-firewall');
    expect(files).toContain('outcomes.json');
    expect(files.join()).not.toContain('.tmp');
    for (const name of files.filter((file) => file.endsWith('.json'))) expect(stderr).toContain(`wrote out/${name}\n`);
    expect(stdout).toMatch(/^requirement +destination +services +azure-firewall$/m);
    expect(stdout).toMatch(/^workspace-storage-hosts +contosoml\.blob\.core\.windows\.net +tcp\/80, tcp\/443 +exact$/m);
  });

  it('accounts for each entry once, with the lines that carry it', async () => {
    const cwd = await scratch();
    await drive([...render, '--out', '.'], { cwd });
    const records = await outcomesIn(cwd);
    expect(new Set(records.map(({ entry }) => entry)).size).toBe(records.length);
    for (const { target, outcome, finding, artifact, lines } of records) {
      expect(finding === undefined).toBe(outcome === 'exact');
      expect(artifact === undefined).toBe(outcome === 'omitted');
      if (artifact === undefined || lines === undefined) continue;
      const text = await readFile(join(cwd, target, artifact), 'utf8');
      expect(text.split('\n').length).toBeGreaterThanOrEqual(lines[1]);
    }
  });

  it('gives service tags their addresses in a document, and says which it lacks', async () => {
    const tags = ['--service-tags', join(repository, 'packages/cli/test/tags/public-401.json')];
    const { status, stderr } = await drive([...render, ...tags]);
    expect(stderr).toMatch(/^ {2}Public download 401 has no service tag AzureMonitor\.$/m);
    expect(stderr).not.toContain('{');
    expect(status).toBe(0);
  });

  it('writes the same bytes twice, over what was there', async () => {
    const [one, two] = [await scratch(), await scratch({ 'outcomes.json': 'old' })];
    const shown = [
      await drive([...render, '--out', 'x'], { cwd: one }),
      await drive([...render, '--out', 'x'], { cwd: two }),
    ];
    await drive([...render, '--out', 'x'], { cwd: two });
    expect(shown[0]).toEqual(shown[1]);
    const files = (await listing(one)).filter((file) => file.endsWith('.json'));
    expect(await listing(one)).toEqual((await listing(two)).filter((file) => file !== 'outcomes.json'));
    for (const file of files) expect(await readFile(join(one, file))).toEqual(await readFile(join(two, file)));
  });

  it('prints the main file alone, and names those that need a directory', async () => {
    const { stdout, stderr } = await drive(render);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(/^not printed: azure-firewall\/network-security-group\.json belongs to it/m);
  });

  it('shows the first of many findings on entries, and all where no file holds them', async () => {
    const cwd = await scratch();
    const words = ['render', '--profile', profile, '--target', 'fortinet', ...edition];
    const all = (await drive(words)).stderr.match(
      /^ {2}\S+ on \S+ matches the addresses that the FortiGate resolves/gm,
    );
    const { stderr } = await drive([...words, '--out', 'o'], { cwd });
    const shown = stderr.match(/^ {2}\S+ on \S+ matches the addresses that the FortiGate resolves/gm);
    expect(shown).toHaveLength(5);
    expect(stderr).toContain(`  and ${(all?.length ?? 0) - 5} more like these, in o/outcomes.json\n`);
  });

  it('says which files of an earlier run lie beside the new ones', async () => {
    const cwd = await scratch();
    await mkdir(join(cwd, 'out/azure-firewall'), { recursive: true });
    await writeFile(join(cwd, 'out/azure-firewall/old.json'), '{}');
    const { stderr } = await drive([...render, '--out', 'out'], { cwd });
    expect(stderr).toMatch(/^warning: out\/azure-firewall\/old\.json is not of this run/m);
  });

  it('refuses an empty directory name', async () => {
    const { status, stdout } = await drive([...render, '--out', '']);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('takes options by target', async () => {
    const cwd = await scratch({ 'o.yaml': 'azure-firewall:\n  policyName: hub-policy\n' });
    const { stdout } = await drive([...render, '--options', 'o.yaml'], { cwd });
    expect(stdout).toContain('"hub-policy"');
    expect((await drive(render)).stdout).not.toContain('"hub-policy"');
  });

  it('takes each target once, in the order of the table', async () => {
    const all = await drive(['render', '--profile', profile, '--target', 'all,azure-firewall', ...edition]);
    expect(all).toEqual(await drive(['render', '--profile', profile, '--target', 'all', ...edition]));
  });

  it('colours verdicts on a terminal', async () => {
    const cwd = await scratch();
    const { stdout } = await drive([...render, '--out', 'out'], { cwd, terminal: { columns: 120 } });
    expect(stdout).toContain('\u001b[32mexact\u001b[39m');
  });
});

describe('render --strict', () => {
  it('exits with 1 where a verdict is not exact, and writes all the same', async () => {
    const cwd = await scratch();
    const { status } = await drive([...render, '--strict', '--out', 'out'], { cwd });
    expect((await outcomesIn(join(cwd, 'out'))).some(({ outcome }) => outcome !== 'exact')).toBe(true);
    expect(status).toBe(1);
  });

  it('exits with 0 where all are', async () => {
    const cwd = await scratch();
    // Without compute and tools what is left is plain web traffic from the inside out.
    await writeFile(
      join(cwd, 'w.yaml'),
      'cloud: public\nregion: eastus2\ncompute: { instances: false, clusters: false }\nnetwork: { sources: [10.0.0.0/8] }\n',
    );
    const { status } = await drive(
      ['render', '--profile', 'w.yaml', '--target', 'azure-firewall', '--strict', '--out', 'out', ...edition],
      { cwd },
    );
    const outcomes = new Set((await outcomesIn(join(cwd, 'out'))).map(({ outcome }) => outcome));
    expect([...outcomes]).toEqual(['exact']);
    expect(status).toBe(0);
  });
});
