import { editions } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { drive } from './drive.js';
import { scratch } from './scratch.js';

const edition = ['--edition', '2021-09-14'];
const contoso = ['plan', '--profile', 'examples/contoso/workspace.yaml', ...edition];
const china = ['plan', '--profile', 'examples/china/workspace.yaml', ...edition];

interface Plan {
  readonly rules: readonly { readonly destinations: readonly { readonly text: string }[] }[];
  readonly excluded?: readonly { readonly requirement: string; readonly because: { readonly text: string } }[];
  readonly diagnostics: readonly { readonly code: string; readonly text: string }[];
}

describe('plan', () => {
  it('prints the requirements as a table, with what is excluded', async () => {
    const { status, stdout, stderr } = await drive([...contoso, '--excluded']);
    await expect(stdout).toMatchFileSnapshot('golden/plan-contoso.txt');
    expect(stderr).toMatch(/^(warning|info) catalog\//);
    expect(status).toBe(0);
  });

  it('prints JSON of the documented shape, and nothing beside it', async () => {
    const { status, stdout, stderr } = await drive([...china, '--format', 'json', '--excluded']);
    await expect(stdout).toMatchFileSnapshot('golden/plan-china.json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('leaves excluded out of JSON unless asked, and fills in every diagnostic', async () => {
    const plan = JSON.parse((await drive([...contoso, '--format', 'json'])).stdout) as Plan;
    expect(plan).not.toHaveProperty('excluded');
    expect(plan.diagnostics.length).toBeGreaterThan(0);
    for (const { text } of plan.diagnostics) expect(text).not.toMatch(/[{}]/);
  });

  it('takes the newest edition where none is named', async () => {
    const newest = editions.at(-1)?.id ?? '';
    const named = await drive(['plan', '--profile', 'examples/china/workspace.yaml', '--edition', newest]);
    expect(await drive(['plan', '--profile', 'examples/china/workspace.yaml'])).toEqual(named);
  });

  it('takes one form of addressing', async () => {
    const textsOf = async (form: string): Promise<readonly string[]> => {
      const { stdout } = await drive([...contoso, '--addressing', form, '--format', 'json']);
      return (JSON.parse(stdout) as Plan).rules.flatMap(({ destinations }) => destinations.map(({ text }) => text));
    };
    const [tags, hosts] = await Promise.all([textsOf('service-tags'), textsOf('hosts')]);
    expect(tags).toContain('Storage.EastUS2');
    expect(tags).not.toContain('contosoml.blob.core.windows.net');
    expect(hosts).toContain('contosoml.blob.core.windows.net');
    expect(hosts).not.toContain('Storage.EastUS2');
  });

  it('reads JSON as well as YAML', async () => {
    const cwd = await scratch({
      'w.json': '{ "cloud": "public", "region": "eastus2" }',
      'w.yaml': 'cloud: public\nregion: eastus2\n',
    });
    expect(await drive(['plan', '--profile', 'w.json'], { cwd })).toEqual(
      await drive(['plan', '--profile', 'w.yaml'], { cwd }),
    );
  });

  it('prints the same twice', async () => {
    expect(await drive(contoso)).toEqual(await drive(contoso));
  });
});

describe('a terminal', () => {
  const terminal = { columns: 80 };

  it('gets colour and a table of its width; NO_COLOR takes the colour only', async () => {
    const coloured = await drive(contoso, { terminal });
    const plain = await drive(contoso, { terminal, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    expect(coloured.stderr).toContain('\u001b[');
    expect(plain.stdout + plain.stderr).not.toContain('\u001b[');
    // What may not be clipped, ids and services, can be wider than the terminal; hosts are not.
    expect(plain.stdout).toContain('…');
  });

  it('is not needed', async () => {
    const piped = await drive(contoso);
    expect(piped.stdout + piped.stderr).not.toContain('\u001b[');
    expect(piped.stdout).not.toContain('…');
  });
});

describe('editions', () => {
  it('lists what the catalog holds', async () => {
    const { status, stdout } = await drive(['editions']);
    for (const { id, requirements } of editions) expect(stdout).toMatch(new RegExp(`^${id} +${requirements} `, 'm'));
    expect(status).toBe(0);
  });

  it('prints JSON', async () => {
    const { stdout } = await drive(['editions', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ editions });
  });
});
