import { editions } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { drive } from './drive.js';
import { parseCsv } from './parse-csv.js';
import { scratch } from './scratch.js';

const edition = ['--edition', '2021-09-14'];
const contoso = ['plan', '--profile', 'examples/contoso/workspace.yaml', ...edition];
const china = ['plan', '--profile', 'examples/china/workspace.yaml', ...edition];

interface Plan {
  readonly rules: readonly {
    readonly id: string;
    readonly destinations: readonly { readonly text: string }[];
    readonly services: readonly { readonly protocol: string; readonly ports: readonly string[] }[];
  }[];
  readonly excluded?: readonly { readonly requirement: string; readonly because: { readonly text: string } }[];
  readonly diagnostics: readonly { readonly code: string; readonly text: string }[];
}

describe('plan', () => {
  it('prints the requirements as a table', async () => {
    const { status, stdout, stderr } = await drive(contoso);
    await expect(stdout).toMatchFileSnapshot('golden/plan-contoso.txt');
    expect(stderr).toMatch(/^(warning|info) catalog\//);
    expect(status).toBe(0);
  });

  it('prints JSON of the documented shape, and nothing beside it', async () => {
    const { status, stdout, stderr } = await drive([...china, '--format', 'json']);
    await expect(stdout).toMatchFileSnapshot('golden/plan-china.json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('prints a change ticket as CSV, and tells the routes beside it', async () => {
    const { status, stdout, stderr } = await drive([...contoso, '--format', 'csv']);
    expect(stdout).not.toMatch(/[^\r]\n|\r[^\n]/);
    // Git keeps the golden file with line feeds.
    await expect(stdout.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/plan-contoso.csv');
    expect(stderr).toMatch(/^(warning|info) catalog\//);
    expect(stderr).toMatch(/^not in the CSV: route azure-ml-route to AzureMachineLearning by internet$/m);
    expect(status).toBe(0);
  });

  it('prints Markdown', async () => {
    const { status, stdout } = await drive([...contoso, '--format', 'markdown']);
    await expect(stdout).toMatchFileSnapshot('golden/plan-contoso.md');
    expect(status).toBe(0);
  });

  it('names what is excluded, with the reason', async () => {
    const table = await drive([...contoso, '--excluded']);
    expect(table.stdout).toMatch(/^requirement +destination +ports +excluded because$/m);
    expect(table.stdout).toMatch(/^key-vault-tag +AzureKeyVault\.EastUS2 +tcp\/443 +only if hbi is true$/m);
    const markdown = await drive([...contoso, '--excluded', '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^## Excluded\n\n\| Requirement \| Destination \| Ports \| Excluded because \|$/m);
    expect(markdown.stdout).toContain(
      '| `key-vault-tag` | `AzureKeyVault.EastUS2` | `tcp/443` | only if hbi is true |\n',
    );
    const { excluded = [] } = JSON.parse((await drive([...contoso, '--excluded', '--format', 'json'])).stdout) as Plan;
    expect(excluded.find(({ requirement }) => requirement === 'key-vault-tag')).toMatchObject({
      destination: 'AzureKeyVault.EastUS2',
      ports: ['tcp/443'],
      because: { kind: 'condition', when: { equals: ['hbi', true] }, text: 'only if hbi is true' },
    });
  });

  it('says of what is excluded whether it comes in, and whether it is a tag', async () => {
    const words = ['plan', '--profile', 'examples/contoso/workspace.yaml', '--excluded'];
    const table = await drive(words);
    expect(table.stdout).toMatch(/^azure-ml-inbound-tag +from AzureMachineLearning +tcp\/44224 +only if /m);
    const { excluded = [] } = JSON.parse((await drive([...words, '--format', 'json'])).stdout) as Plan;
    expect(excluded.find(({ requirement }) => requirement === 'azure-ml-inbound-tag')).toMatchObject({
      direction: 'inbound',
      form: 'service-tag',
    });
  });

  it('has a row of the ticket for each destination and service of the plan', async () => {
    const plan = JSON.parse((await drive([...contoso, '--format', 'json'])).stdout) as Plan;
    const rows = parseCsv((await drive([...contoso, '--format', 'csv'])).stdout).slice(1);
    const entries = plan.rules.flatMap(({ id, destinations, services }) =>
      destinations.flatMap(({ text }) =>
        services.map(({ protocol, ports }) => [text, ports.join(', '), protocol, id].join(' ')),
      ),
    );
    expect(rows.map(([, to, port, protocol, , , , rule]) => [to, port, protocol, rule].join(' '))).toEqual(entries);
  });

  it('keeps a reason that looks like a formula or a column from being one', async () => {
    const cwd = await scratch({
      'w.yaml':
        'cloud: public\nregion: eastus2\nextra:\n  - { to: a.example.org, ports: [tcp/443], because: \'=cmd|"/c calc"!A1, | `x` <b>\' }\n',
    });
    const words = ['plan', '--profile', 'w.yaml'];
    const csv = (await drive([...words, '--format', 'csv'], { cwd })).stdout;
    expect(csv).toContain(',"\'=cmd|""/c calc""!A1, | `x` <b>",own profile extra,own-a-example-org-tcp-443\r\n');
    const later = await scratch({
      'w.yaml':
        "cloud: public\nregion: eastus2\nextra:\n  - { to: a.example.org, ports: [tcp/443], because: 'a;=1+1' }\n",
    });
    // A spreadsheet that separates cells by semicolons begins one after each.
    expect((await drive([...words, '--format', 'csv'], { cwd: later })).stdout).toContain(
      ",a;'=1+1,own profile extra,",
    );
    const markdown = (await drive([...words, '--format', 'markdown'], { cwd })).stdout;
    expect(markdown).toContain('| required | =cmd\\|"/c calc"\\!A1, \\| \\`x\\` \\<b\\> |\n');
  });

  it('takes roles and a breadth', async () => {
    const idsOf = async (...words: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await drive([...contoso, ...words, '--format', 'json']);
      return (JSON.parse(stdout) as Plan).rules.map(({ id }) => id);
    };
    expect(await idsOf()).toEqual(expect.arrayContaining(['storage-tag', 'studio-hosts']));
    expect(await idsOf('--roles', 'cluster, compute')).not.toContain('studio-hosts');
    expect(await idsOf('--breadth', 'strict')).not.toContain('storage-tag');
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
