import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository } from './drive.js';
import { scratch } from './scratch.js';

const tags = join(repository, 'packages/cli/test/tags');
const file = ['--file', join(tags, 'public-401.json')];
const [old, current] = [join(tags, 'public-401.json'), join(tags, 'public-402.json')];
const profile = ['--profile', 'examples/contoso/workspace.yaml', '--edition', '2021-09-14'];

describe('service-tags resolve', () => {
  it('prints the prefixes of a tag, one on each line', async () => {
    expect(await drive(['service-tags', 'resolve', 'Storage.EastUS2', ...file])).toEqual({
      status: 0,
      stdout: '192.0.2.0/26\n192.0.2.64/26\n2001:db8:10::/48\n',
      stderr: 'Storage.EastUS2 in Public download 401: 2 of IPv4, 1 of IPv6\n',
    });
  });

  it('puts names right, and says so', async () => {
    const { stdout, stderr } = await drive(['service-tags', 'resolve', 'keyvault.eastus2', ...file]);
    expect(stdout).toBe('203.0.113.64/28\n');
    expect(stderr).toMatch(
      /^info service-tags\/tag-renamed\n {2}"keyvault\.eastus2" .*AzureKeyVault\.EastUS2 is used\.\n/,
    );
  });

  it('prints JSON', async () => {
    const { status, stdout, stderr } = await drive([
      'service-tags',
      'resolve',
      'storage.eastus2',
      ...file,
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toEqual({
      tag: 'Storage.EastUS2',
      tags: ['Storage.EastUS2'],
      cloud: 'public',
      changeNumber: 401,
      prefixes: ['192.0.2.0/26', '192.0.2.64/26', '2001:db8:10::/48'],
    });
    expect(stderr).toContain('service-tags/tag-spelling');
    expect(status).toBe(0);
  });
});

describe('service-tags aggregate', () => {
  it('puts tags together in the fewest prefixes', async () => {
    const words = ['service-tags', 'aggregate', 'Storage.EastUS2', 'AzureCloud.eastus2', 'Storage.EastUS2', ...file];
    expect(await drive(words)).toEqual({
      status: 0,
      stdout: '192.0.2.0/24\n198.51.100.0/24\n2001:db8:10::/44\n',
      stderr: 'Storage.EastUS2, AzureCloud.eastus2 in Public download 401: 2 of IPv4, 1 of IPv6\n',
    });
    const { stdout } = await drive([...words, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      tag: 'Storage.EastUS2, AzureCloud.eastus2',
      tags: ['Storage.EastUS2', 'AzureCloud.eastus2'],
      changeNumber: 401,
    });
    expect(stdout).not.toContain('added');
  });

  it('makes them fit, and says what that adds', async () => {
    const words = [
      'service-tags',
      'aggregate',
      'AzureKeyVault.EastUS2',
      'BatchNodeManagement',
      ...file,
      '--limit',
      '1',
    ];
    const table = await drive(words);
    expect(table.stdout).toBe('203.0.113.64/26\n');
    expect(table.stderr).toMatch(/; to fit, 32 addresses of IPv4 and 0 of IPv6 were added\n$/);
    expect(JSON.parse((await drive([...words, '--format', 'json'])).stdout)).toMatchObject({
      prefixes: ['203.0.113.64/26'],
      added: { ipv4: '32', ipv6: '0' },
    });
  });
});

describe('service-tags which', () => {
  it('names the tags that hold an address', async () => {
    expect(await drive(['service-tags', 'which', '192.0.2.70', ...file])).toEqual({
      status: 0,
      stdout: 'AzureCloud.eastus2\nStorage.EastUS2\n',
      stderr: '',
    });
    const { stdout } = await drive(['service-tags', 'which', '2001:db8:10::1', ...file, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({ address: '2001:db8:10::1', tags: ['AzureCloud.eastus2', 'Storage.EastUS2'] });
  });

  it('says so when there are none', async () => {
    expect(await drive(['service-tags', 'which', '10.0.0.1', ...file])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'no tag of Public download 401 holds 10.0.0.1\n',
    });
  });
});

describe('service-tags diff', () => {
  it('shows what changed, tag by tag', async () => {
    const { status, stdout, stderr } = await drive(['service-tags', 'diff', old, current]);
    await expect(stdout).toMatchFileSnapshot('golden/service-tags-diff.txt');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('shows which rules of a workspace change, and of the tags its own only', async () => {
    const { stdout } = await drive(['service-tags', 'diff', old, current, ...profile]);
    await expect(stdout).toMatchFileSnapshot('golden/service-tags-diff-contoso.txt');
    const json = await drive(['service-tags', 'diff', old, current, ...profile, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      cloud: 'public',
      from: 'Public download 401',
      to: 'Public download 402',
      changed: [
        { tag: 'AzureMachineLearning', added: ['198.51.100.32/28'], removed: ['2001:db8:20::/47'], regrouped: false },
        { tag: 'Storage.EastUS2', regrouped: true },
      ],
      gone: [],
      rules: expect.arrayContaining([{ id: 'azure-ml-tag', tags: ['AzureMachineLearning'] }]) as unknown,
    });
  });

  it('exits with 1 for a difference, if asked', async () => {
    expect((await drive(['service-tags', 'diff', old, current, '--exit-code'])).status).toBe(1);
    const same = await drive(['service-tags', 'diff', old, old, '--exit-code']);
    expect(same.status).toBe(0);
    expect(same.stdout).toBe('Service tags from Public download 401 to Public download 401: no differences\n');
    expect(
      JSON.parse((await drive(['service-tags', 'diff', old, current, '--format', 'json'])).stdout),
    ).not.toHaveProperty('rules');
  });
});

describe('a document that is refused', () => {
  const document = (prefixes: unknown, more: object = {}): string =>
    JSON.stringify({
      changeNumber: 1,
      cloud: 'Public',
      values: [{ name: 'Storage', properties: { addressPrefixes: prefixes } }],
      ...more,
    });

  it.each([
    ['no JSON', 'changeNumber: 1', /^error: t\.json: found changeNumber: 1, expected a service-tag document/],
    ['an empty file', '', /^error: t\.json: found an empty file, expected a service-tag document/],
    ['a list', '[]', /^error: t\.json: found a list, expected a service-tag document/],
    [
      'an unknown cloud',
      document([], { cloud: 'Mars' }),
      /^error: t\.json: cloud: found Mars, expected Public, AzureGovernment or China/,
    ],
    ['no cloud', document([], { cloud: undefined }), /^error: t\.json: cloud: found nothing, expected /],
    [
      'no prefix',
      document(['10.0.0.1/8']),
      /^error: t\.json: values\[0\]\.properties\.addressPrefixes\[0\]: found 10\.0\.0\.1\/8, expected no bits after the prefix/,
    ],
    [
      'a part of an answer',
      document([], { nextLink: 'https://example.com' }),
      /^error: t\.json: nextLink: found .*, expected all pages/,
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xff, 0]), /^error: t\.json: found 3 bytes, expected text in UTF-8/],
  ])('names the place and what is expected for %s', async (_what, content, message) => {
    const cwd = await scratch({ 't.json': content, 'w.yaml': 'cloud: public\nregion: eastus2\n' });
    const words = [
      ['service-tags', 'resolve', 'Storage', '--file', 't.json'],
      ['render', '--profile', 'w.yaml', '--target', 'all', '--service-tags', 't.json'],
      ['replay', '--profile', 'w.yaml', '--log', 'none.log', '--log-format', 'squid', '--service-tags', 't.json'],
      ['service-tags', 'diff', 't.json', 't.json'],
    ];
    for (const some of words) {
      const { status, stdout, stderr } = await drive(some, { cwd });
      expect(stderr).toMatch(message);
      expect(stderr.split('\n')).toHaveLength(2);
      expect([status, stdout]).toEqual([2, '']);
    }
  });

  it.each([
    [
      'of another cloud than the profile',
      ['render', ...profile, '--target', 'all', '--service-tags', join(tags, 'china-225.json')],
      /found China download 225, expected a document of cloud public, as the profile's\n$/,
    ],
    [
      'of another cloud than its predecessor',
      ['service-tags', 'diff', old, join(tags, 'china-225.json')],
      /found China download 225, expected a document of the cloud and kind of Public download 401\n$/,
    ],
    [
      'of another cloud, when compared for a workspace',
      ['service-tags', 'diff', old, join(tags, 'china-225.json'), ...profile],
      /found China download 225, expected a document of cloud public/,
    ],
    [
      'that is not there',
      ['service-tags', 'which', '10.0.0.1', '--file', 'none.json'],
      /^error: none\.json: no such file, expected a file that can be read\n$/,
    ],
    [
      'that is a directory',
      ['service-tags', 'which', '10.0.0.1', '--file', '.'],
      /^error: \.: found a directory, expected a file\n$/,
    ],
  ])('refuses one %s', async (_what, words, message) => {
    const { status, stdout, stderr } = await drive(words);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('refuses to render from one in which a tag of the plan is empty', async () => {
    const cwd = await scratch({
      'empty.json': JSON.stringify({
        changeNumber: 1,
        cloud: 'Public',
        values: [{ name: 'AzureActiveDirectory', properties: { addressPrefixes: [] } }],
      }),
      'w.yaml': 'cloud: public\nregion: eastus2\n',
    });
    const words = ['render', '--profile', 'w.yaml', '--target', 'all', '--service-tags', 'empty.json', '--out', 'out'];
    expect(await drive(words, { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: empty.json: AzureActiveDirectory has no prefixes in Public download 1.\n',
    });
  });
});

describe('words about tags that are refused', () => {
  it.each([
    [
      'a misspelt tag',
      ['resolve', 'Storge.EastUS2'],
      /^error: found "Storge\.EastUS2", expected a service tag of Public download 401, such as Storage\.EastUS2/,
    ],
    ['a tag of the own network', ['resolve', 'virtualnetwork'], /\nerror: VirtualNetwork is in no document/],
    [
      'one tag of several',
      ['aggregate', 'AzureActiveDirectory', '\u001b[31m'],
      /^error: found "\\u\{1b\}\[31m", expected a service tag of Public download 401\n$/,
    ],
    [
      'a region that a tag has not',
      ['resolve', 'Storage.EastUS2.Mars'],
      /expected a service tag of .*\nerror: .* has Storage\.EastUS2, but no Storage\.EastUS2\.Mars/,
    ],
    ['no limit', ['aggregate', 'Storage.EastUS2', '--limit', '0'], /Expected a whole number from 1 to 1000000\.\n$/],
    ['half a limit', ['aggregate', 'Storage.EastUS2', '--limit', '1.5'], /Expected a whole number/],
    ['a limit beyond any table', ['aggregate', 'Storage.EastUS2', '--limit', '9999999'], /Expected a whole number/],
    [
      'a prefix in place of an address',
      ['which', '10.0.0.0/8'],
      /^error: found "10\.0\.0\.0\/8", expected an IPv4 or IPv6 address/,
    ],
    [
      'a name in place of an address',
      ['which', 'pypi.org\u001b'],
      /^error: found "pypi\.org\\u\{1b\}", expected an IPv4 or IPv6 address/,
    ],
    ['no tag', ['aggregate'], /missing required argument 'tags'/],
    [
      'an unknown verb',
      ['resolv', 'x'],
      /^error: unknown command 'resolv'\n\(Did you mean resolve\?\)|unknown command/,
    ],
  ])('gives one clear error for %s', async (_what, words, message) => {
    const known = words[0] === 'resolv' ? [] : file;
    const { status, stdout, stderr } = await drive(['service-tags', ...words, ...known]);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('asks for the document, and for the profile of a plan', async () => {
    expect((await drive(['service-tags', 'resolve', 'Storage'])).stderr).toMatch(
      /required option '--file <file>' not specified/,
    );
    expect((await drive(['service-tags', 'diff', old, current, '--edition', '2021-09-14'])).stderr).toMatch(
      /^error: --edition: says how a workspace is planned, expected --profile with it/,
    );
  });

  it('helps where no verb is given', async () => {
    const { status, stderr } = await drive(['service-tags']);
    expect(stderr).toMatch(/^Usage: azureml-firewall service-tags/);
    expect(status).toBe(2);
  });
});
