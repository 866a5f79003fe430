import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';
import { scratch } from './scratch.js';

const edition = ['--edition', '2021-09-14'];
const profile = ['--profile', join(repository, 'examples/contoso/workspace.yaml'), ...edition];
const tags = ['--service-tags', join(repository, 'packages/cli/test/tags/public-401.json')];

interface Near {
  readonly kind: string;
  readonly requirement: string;
  readonly destination: string;
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

async function kindsOf(...words: readonly string[]): Promise<readonly string[]> {
  return (await ask(...words)).near.map(({ kind, requirement, text }) => `${kind} ${requirement}: ${text}`);
}

describe('explain', () => {
  it.each([
    ['allowed', 'tcp://mlvm.eastus2.instances.azureml.ms:8787', 0],
    ['denied', 'https://contosovault.vault.azure.net/', 1],
  ])('says that a flow is %s, and why', async (name, url, expected) => {
    const { status, stdout, stderr } = await drive(['explain', ...profile, url]);
    await expect(stdout).toMatchFileSnapshot(`golden/explain-${name}.txt`);
    expect(stderr).toBe('');
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
          kind: 'left-out',
          requirement: 'key-vault-hosts',
          destination: '*.vault.azure.net',
          service: 'tcp/443',
          because: { kind: 'condition', when: { equals: ['hbi', true] }, text: 'only if hbi is true' },
          text: 'if it is so, say in the profile: hbi is true',
        },
      ],
    });
    expect(near).not.toHaveProperty('rule');
  });

  it('says what comes closest in the plan', async () => {
    expect(await kindsOf('udp://pypi.org:443')).toEqual([
      'service pypi-hosts: allowed on tcp/80 only',
      'service pypi-hosts: allowed on tcp/443 only',
    ]);
    expect(await kindsOf('https://azureml.ms')).toEqual([
      'below azure-ml-api-hosts: allowed below the name only: *.azureml.ms',
    ]);
    expect(await kindsOf('https://raw.githubusercontent.com/other/')).toEqual([
      expect.stringMatching(/^path vscode-remote-files: allowed on raw\.githubusercontent\.com\/microsoft\/.* only$/),
    ]);
    expect(await kindsOf('https://raw.githubusercontent.com')).toEqual([
      'undecided vscode-remote-files: say the path: https://HOST/PATH',
    ]);
    expect(await kindsOf('https://nothing.example.com')).toEqual([]);
    expect((await drive(['explain', ...profile, 'https://nothing.example.com'])).stdout).toBe(
      'denied https://nothing.example.com\n\nno requirement comes close\n',
    );
  });

  it('asks where it comes from only if that is said', async () => {
    expect(await ask('https://pypi.org')).toMatchObject({ allowed: true });
    expect(await ask('https://pypi.org', '--from', '10.20.2.9')).toMatchObject({ allowed: true });
    expect(await kindsOf('https://pypi.org', '--from', '10.10.0.1')).toEqual([
      'source pypi-hosts: allowed from 10.20.1.0/24, 10.20.2.0/24, 10.20.3.0/26 only',
    ]);
  });

  it('looks into service tags where a document is given', async () => {
    const url = 'tcp://192.0.2.70:443';
    expect(await kindsOf(url)).toContain(
      'undecided storage-tag: look whether it is in Storage.EastUS2: --service-tags <file>',
    );
    expect(await ask(url, ...tags)).toMatchObject({
      allowed: true,
      rule: 'storage-tag',
      document: 'Public download 401',
    });
    expect(await kindsOf('tcp://203.0.113.65:443', ...tags)).toContain(
      'undecided front-door-frontend-tag: AzureFrontDoor.Frontend has no addresses in Public download 401',
    );
    const { stderr } = await drive(['explain', ...profile, url, ...tags]);
    expect(stderr).toMatch(/^warning service-tags\/unknown-tag\n/);
  });

  it('judges inbound traffic by where it comes from', async () => {
    const inbound = ['tcp://10.20.1.4:44224', '--direction', 'inbound', '--from'];
    expect(await ask(...inbound, '198.51.100.3', ...tags)).toMatchObject({
      allowed: true,
      rule: 'azure-ml-inbound-tag',
      from: ['AzureMachineLearning'],
    });
    expect(await kindsOf(...inbound, '192.0.2.1', ...tags)).toEqual([
      'source azure-ml-inbound-tag: allowed from AzureMachineLearning only',
    ]);
    expect(await kindsOf(...inbound, '198.51.100.3')).toEqual([
      'undecided azure-ml-inbound-tag: look whether it is in AzureMachineLearning: --service-tags <file>',
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
    expect(await textsOf('https://somebody.dfs.core.windows.net')).toContain('say in the profile: storage');
    expect(await textsOf('https://graph.microsoft.com', '--roles', 'build-agent')).toContainEqual(
      expect.stringMatching(/^plan with one of .*compute.* among --roles, or without$/),
    );
    expect(await textsOf('https://management.azure.com', '--addressing', 'service-tags')).toContain(
      'plan with --addressing both, or see to resource-manager-tag, which stands for it',
    );
    expect(await textsOf('https://update.code.visualstudio.com')).toContainEqual(
      expect.stringMatching(/^if it is so, say in the profile: tools\.vscode has /),
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
