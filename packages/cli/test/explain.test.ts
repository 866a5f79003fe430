import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';
import { scratch } from './scratch.js';

const edition = ['--edition', '2021-09-14'];
const profile = ['--profile', join(repository, 'examples/contoso/workspace.yaml'), ...edition];
const tags = ['--service-tags', join(repository, 'packages/cli/test/tags/public-401.json')];

interface Near {
  readonly code: string;
  readonly requirement?: string;
  readonly data: object;
  readonly text: string;
}

interface Answer {
  readonly allowed: boolean;
  readonly rule?: string;
  readonly requirement?: string;
  readonly from?: readonly string[];
  readonly near: readonly Near[];
}

async function ask(...words: readonly string[]): Promise<Answer> {
  const { status, stdout, stderr } = await drive(['explain', ...profile, '--format', 'json', ...words]);
  const answer = JSON.parse(stdout) as Answer;
  expect([status, stderr]).toEqual([answer.allowed ? 0 : 1, '']);
  return answer;
}

/** What comes close, without what could hold for any host or address. */
async function nearOf(...words: readonly string[]): Promise<readonly string[]> {
  const { near } = await ask(...words);
  return near.flatMap(({ code, requirement, text }) => (requirement === undefined ? [] : [`${code} ${text}`]));
}

describe('explain', () => {
  it.each([
    ['allowed', 'tcp://mlvm.eastus2.instances.azureml.ms:8787', 0],
    ['denied', 'https://contosovault.vault.azure.net/', 1],
  ])('says that a flow is %s, and why', async (name, url, expected) => {
    const { status, stdout, stderr } = await drive(['explain', ...profile, url]);
    await expect(stdout).toMatchFileSnapshot(`golden/explain-${name}.txt`);
    expect(stderr).toMatch(/^(note: .*\n)?$/);
    expect(status).toBe(expected);
  });

  it('prints JSON of the documented shape', async () => {
    const { stdout } = await drive(['explain', ...profile, 'https://pypi.org/simple/', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      url: 'https://pypi.org/simple/',
      flow: { direction: 'outbound', host: 'pypi.org', protocol: 'tcp', port: 443, path: '/simple/' },
      allowed: true,
      rule: 'pypi-hosts',
      requirement: 'pypi-hosts',
      destination: 'pypi.org',
      service: 'tcp/443',
      from: ['10.20.1.0/24', '10.20.2.0/24', '10.20.3.0/26'],
      origins: expect.arrayContaining([
        expect.objectContaining({
          requirement: 'pypi-hosts',
          edition: '2021-09-14',
          section: 'other-firewalls/python-hosts#3',
        }),
      ]) as unknown,
      near: [],
    });
    const near = await ask('https://contosovault.vault.azure.net/');
    expect(near).toMatchObject({
      allowed: false,
      near: [
        {
          code: 'explain/excluded',
          requirement: 'key-vault-hosts',
          data: { destination: '*.vault.azure.net', because: 'only if hbi is true' },
          text: 'Requirement key-vault-hosts covers it (*.vault.azure.net by tcp/80, tcp/443), but is left out: only if hbi is true.',
        },
        { code: 'explain/needs-address', data: { host: 'contosovault.vault.azure.net' } },
      ],
    });
    expect(near).not.toHaveProperty('rule');
  });

  it('says what comes closest in the plan', async () => {
    expect(await nearOf('udp://pypi.org:443')).toEqual([
      'explain/wrong-port Rule pypi-hosts allows pypi.org by tcp/80, not by port 443.',
      'explain/wrong-protocol Rule pypi-hosts allows pypi.org by tcp/443, not by udp.',
    ]);
    expect(await nearOf('https://azureml.ms')).toEqual([
      'explain/only-below Rule azure-ml-api-hosts allows *.azureml.ms: the hosts below azureml.ms, not azureml.ms itself.',
    ]);
    expect(await nearOf('https://raw.githubusercontent.com/other/')).toEqual([
      expect.stringMatching(/^explain\/wrong-path Rule vscode-remote-files allows .*, not \/other\/\.$/),
    ]);
    expect(await nearOf('https://raw.githubusercontent.com')).toEqual([
      expect.stringMatching(/^explain\/undecided Rule vscode-remote-files .* it needs the path\.$/),
    ]);
    const { stdout, stderr } = await drive(['explain', ...profile, 'https://nothing.example.com']);
    expect(stdout).toBe('denied https://nothing.example.com\n\nno requirement comes close\n');
    expect(stderr).toMatch(/^note: nothing\.example\.com could be at an address that is allowed on this port: /);
  });

  it('warns of a name that is allowed only because it ends like another', async () => {
    const answer = await ask('https://evilpytorch.org/');
    expect(answer).toMatchObject({
      allowed: true,
      rule: 'pytorch-hosts',
      near: [{ code: 'explain/allowed-as-look-alike', requirement: 'pytorch-hosts' }],
    });
    expect((await drive(['explain', ...profile, 'https://evilpytorch.org/'])).stdout).toMatch(
      /^allowed [^]*\npytorch-hosts +Allowed by \*pytorch\.org of rule pytorch-hosts only because the name ends so/,
    );
  });

  it('asks where it comes from only if that is said', async () => {
    expect(await ask('https://pypi.org')).toMatchObject({ allowed: true });
    expect(await ask('https://pypi.org', '--from', '10.20.2.9')).toMatchObject({ allowed: true });
    expect(await nearOf('https://pypi.org', '--from', '10.10.0.1')).toEqual([
      'explain/other-source Rule pypi-hosts allows pypi.org by tcp/443 from 10.20.1.0/24, 10.20.2.0/24, 10.20.3.0/26 only.',
    ]);
  });

  it('looks into service tags where a document is given', async () => {
    const url = 'tcp://192.0.2.70:443';
    const needs =
      'Rule storage-tag (allow Storage.EastUS2 by tcp/443) may match: it needs the addresses of Storage.EastUS2.';
    expect(await nearOf(url)).toContain(`explain/undecided ${needs}`);
    expect((await drive(['explain', ...profile, url])).stderr).toMatch(/^note: --service-tags <file> says /m);
    expect(await ask(url, ...tags)).toMatchObject({
      allowed: true,
      rule: 'storage-tag',
      document: 'Public download 401',
    });
    expect(await nearOf('tcp://203.0.113.65:443', ...tags)).toContain(
      'explain/excluded Requirement key-vault-tag covers it (203.0.113.64/28 by tcp/443), but is left out: only if hbi is true.',
    );
    const { stderr } = await drive(['explain', ...profile, url, ...tags]);
    expect(stderr).toMatch(/^warning service-tags\/unknown-tag\n/);
    expect(stderr).not.toContain('note:');
  });

  it('judges inbound traffic by where it comes from', async () => {
    const inbound = ['tcp://10.20.1.4:44224', '--direction', 'inbound', '--from'];
    expect(await ask(...inbound, '198.51.100.3', ...tags)).toMatchObject({
      allowed: true,
      rule: 'azure-ml-inbound-tag',
      from: ['AzureMachineLearning'],
    });
    expect(await nearOf(...inbound, '192.0.2.1', ...tags)).toEqual([
      'explain/other-source Rule azure-ml-inbound-tag allows 10.20.1.0/24 by tcp/44224 from AzureMachineLearning only.',
    ]);
    expect((await nearOf(...inbound, '198.51.100.3'))[0]).toMatch(
      /^explain\/undecided .* it needs the addresses of AzureMachineLearning\.$/,
    );
    const newest = ['explain', ...profile.slice(0, 2), ...inbound, '198.51.100.3', ...tags, '--format', 'json'];
    const { near } = JSON.parse((await drive(newest)).stdout) as Answer;
    expect(near.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Requirement azure-ml-inbound-tag covers it \(.*compute\.publicIp is true\.$/),
    ]);
  });

  it('says which name, form, breadth or role would bring a requirement in', async () => {
    const cwd = await scratch({
      'w.yaml': 'cloud: public\nregion: eastus2\nnetwork: { sources: { compute: [10.0.0.0/8] } }\n',
    });
    const textsOf = async (...words: readonly string[]): Promise<readonly string[]> => {
      const all = ['explain', '--profile', 'w.yaml', ...edition, '--format', 'json', ...words];
      const { stdout }: Driven = await drive(all, { cwd });
      return (JSON.parse(stdout) as Answer).near.map(({ text }) => text);
    };
    expect(await textsOf('https://somebody.dfs.core.windows.net')).toContainEqual(
      expect.stringMatching(/^Requirement workspace-storage-hosts covers it .*: the profile does not say storage\.$/),
    );
    expect(await textsOf('https://graph.microsoft.com', '--roles', 'build-agent')).toContainEqual(
      expect.stringMatching(/^Requirement microsoft-graph-hosts covers it .* is left out: belongs to .*compute/),
    );
    expect(await textsOf('https://management.azure.com', '--addressing', 'service-tags')).toContainEqual(
      expect.stringMatching(/^Requirement resource-manager-hosts .* left out: resource-manager-tag stands for it\.$/),
    );
    expect(await textsOf('https://update.code.visualstudio.com')).toContainEqual(
      expect.stringMatching(/^Requirement vscode-server-hosts covers it .* left out: only if tools\.vscode has /),
    );
  });

  it.each([
    ['no URL', [], /^error: missing required argument 'url'/],
    ['a host alone', ['pypi.org'], /^error: found "pypi\.org", expected tcp:\/\/HOST:PORT/],
    [
      'a source that is none',
      ['https://pypi.org', '--from', '10.0.0.0/8'],
      /Found "10\.0\.0\.0\/8", expected an IP address\./,
    ],
    ['a direction that is none', ['https://pypi.org', '--direction', 'up'], /Allowed choices are outbound, inbound/],
    [
      'inbound from nowhere',
      ['tcp://10.20.1.4:44224', '--direction', 'inbound'],
      /^error: --direction: .* expected --from/,
    ],
  ])('refuses %s', async (_what, words, message) => {
    const { status, stdout, stderr } = await drive(['explain', ...profile, ...words]);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });
});
