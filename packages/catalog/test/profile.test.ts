import {
  completeProfile,
  plan,
  planEdition,
  ProfileError,
  select,
  type Edition,
  type ProfileInput,
} from '@azureml-firewall/catalog';
import { parseProfile } from '@azureml-firewall/catalog/schema';
import { describe, expect, it } from 'vitest';

const good = { cloud: 'public', region: 'eastus2' };

function issuesOf(input: unknown): readonly (readonly [string, string])[] {
  const result = parseProfile(input);
  return result.ok ? [] : result.issues.map(({ path, found }) => [path.join('.'), found]);
}

describe('parseProfile', () => {
  it('fills in every default', () => {
    const result = parseProfile(good);
    expect(result).toMatchObject({
      ok: true,
      profile: { compute: { instances: true, publicIp: false }, images: ['microsoft', 'custom'], extra: [] },
    });
  });

  it('keeps the defaults of a section that is given in part', () => {
    expect(parseProfile({ ...good, packages: { r: true } })).toMatchObject({
      ok: true,
      profile: { packages: { python: true, r: true } },
    });
  });

  it.each([
    ['an unknown cloud', { ...good, cloud: 'germany' }, 'cloud', '"germany"'],
    ['a missing region', { cloud: 'public' }, 'region', 'nothing'],
    ['a region of another cloud', { ...good, region: 'usgovvirginia' }, 'region', '"usgovvirginia"'],
    ['a region by its display name', { ...good, region: 'East US 2' }, 'region', '"East US 2"'],
    ['a storage account name with capitals', { ...good, storage: 'ContosoML' }, 'storage', '"ContosoML"'],
    ['a storage account name that is too long', { ...good, storage: 'a'.repeat(25) }, 'storage', `"${'a'.repeat(25)}"`],
    ['a storage account name with a dot', { ...good, storage: 'a.evil.com' }, 'storage', '"a.evil.com"'],
    ['a registry name with a hyphen', { ...good, registry: 'contoso-acr' }, 'registry', '"contoso-acr"'],
    ['a workspace id that is no GUID', { ...good, workspaceId: '1' }, 'workspaceId', '"1"'],
    ['an unknown key at the top', { ...good, storag: 'x' }, 'storag', 'an unknown key'],
    ['an unknown key in a section', { ...good, tools: { vscod: [] } }, 'tools.vscod', 'an unknown key'],
    [
      'an unknown key in a list',
      { ...good, extra: [{ to: 'a.com', ports: ['tcp/443'], because: 'x', why: 1 }] },
      'extra.0.why',
      'an unknown key',
    ],
    [
      'a cluster name that is no label of a host name',
      { ...good, kubernetes: { clusterName: 'contoso_dns' } },
      'kubernetes.clusterName',
      '"contoso_dns"',
    ],
    [
      'a prefix for the address of an API server',
      { ...good, kubernetes: { apiServer: '20.51.4.0/24' } },
      'kubernetes.apiServer',
      '"20.51.4.0/24"',
    ],
    [
      'an endpoint name with a dot',
      { ...good, kubernetes: { endpointName: 'a.evil.com' } },
      'kubernetes.endpointName',
      '"a.evil.com"',
    ],
    ['an unknown add-on', { ...good, kubernetes: { addons: ['istio'] } }, 'kubernetes.addons.0', '"istio"'],
    [
      'extensions among what Azure Arc switches on',
      { ...good, kubernetes: { arc: ['extensions'] } },
      'kubernetes.arc.0',
      '"extensions"',
    ],
    ['a word where a list belongs', { ...good, images: 'custom' }, 'images', '"custom"'],
    ['an unknown word in a list', { ...good, tools: { vscode: ['emacs'] } }, 'tools.vscode.0', '"emacs"'],
    [
      'sources that are no prefixes',
      { ...good, network: { sources: ['10.0.0.1/8'] } },
      'network.sources.0',
      '"10.0.0.1/8"',
    ],
    ['an unknown role', { ...good, network: { sources: { robots: [] } } }, 'network.sources.robots', 'an unknown key'],
    [
      'a need without a port',
      { ...good, extra: [{ to: 'a.com', ports: [], because: 'x' }] },
      'extra.0.ports',
      '"none"',
    ],
    [
      'a need with a line break in its reason',
      { ...good, extra: [{ to: 'a.com', ports: ['tcp/1'], because: 'a\nb' }] },
      'extra.0.because',
      '"a\\nb"',
    ],
    [
      'a need with two destinations',
      { ...good, extra: [{ to: 'a.com', tag: 'B', ports: ['tcp/1'], because: 'x' }] },
      'extra.0.to',
      '"a.com and B"',
    ],
    ['a list', [], '', 'an empty list'],
    ['sources by role without any', { ...good, network: { sources: {} } }, 'network.sources', '"none"'],
    [
      'a role without addresses',
      { ...good, network: { sources: { compute: [] } } },
      'network.sources.compute',
      '"none"',
    ],
    ['a DNS server that is a prefix', { ...good, network: { dns: ['0.0.0.0/0'] } }, 'network.dns.0', '"0.0.0.0/0"'],
    [
      'a zone with a line break',
      { ...good, network: { zones: { inside: 'a\nb' } } },
      'network.zones.inside',
      '"a\\nb"',
    ],
    [
      'a tag of another cloud',
      { ...good, extra: [{ tag: 'Storage.ChinaEast2', ports: ['tcp/443'], because: 'x' }] },
      'extra.0.tag',
      '"Storage.ChinaEast2"',
    ],
    ['nothing at all', null, '', 'null'],
  ])('refuses %s, and says where and what it found', (_, input, path, found) => {
    expect(issuesOf(input)).toContainEqual([path, found]);
  });

  it('names every key of a section, those without a default too, where one is unknown', () => {
    const result = parseProfile({ ...good, kubernetes: { cluster: 'x' } });
    expect(result.ok ? [] : result.issues).toEqual([
      expect.objectContaining({
        path: ['kubernetes', 'cluster'],
        expected: expect.stringMatching(/workloads.*clusterName, apiServer, endpointName$/) as string,
      }),
    ]);
  });
});

describe('plan, of a profile that no parser has seen', () => {
  const unseen = (profile: unknown): readonly string[] => {
    try {
      plan(profile as ProfileInput);
      return [];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return error.issues.map(({ path, found, expected }) => `${path.join('.')}: ${found}, ${expected}`);
    }
  };

  it.each([
    [
      'a key that is misspelt, which would leave its need out',
      { ...good, storageAccount: 'x' },
      'storageAccount: an un',
    ],
    ['a misspelt package source', { ...good, packages: { pyton: true } }, 'packages.pyton: an unknown key'],
    ['a key of every object', { ...good, toString: true }, 'toString: an unknown key'],
    ['a kind of cluster in capitals', { ...good, compute: { kubernetes: 'AKS' } }, 'compute.kubernetes: "AKS", one of'],
    ['an unknown editor', { ...good, tools: { vscode: ['Desktop'] } }, 'tools.vscode.0: "Desktop", one of'],
    ['true where a list belongs', { ...good, tools: { vscode: true } }, 'tools.vscode: true, a list'],
    ['a word where a map belongs', { ...good, packages: 'python' }, 'packages: "python", a map of keys'],
    ['a text where a flag belongs', { ...good, hbi: 'no' }, 'hbi: "no", true or false'],
    [
      'a prefix that is no list',
      { ...good, network: { sources: '10.0.0.0/8' } },
      'network.sources: "10.0.0.0/8", a list',
    ],
    [
      'sources of an unknown role',
      { ...good, network: { sources: { users: [] } } },
      'network.sources.users: an unknown',
    ],
    ['a zone that is no text', { ...good, network: { zones: { inside: 4 } } }, 'network.zones.inside: 4, a text'],
    ['a number for a name', { ...good, storage: 12 }, 'storage: 12, a text'],
    ['no region', { cloud: 'public' }, 'region: nothing, a text'],
    ['a need without ports', { ...good, extra: [{ to: 'a.example', because: 'x' }] }, 'extra.0.ports: nothing, a list'],
    ['nothing', undefined, ': nothing, a map of keys'],
    ['null', null, ': null, a map of keys'],
  ])('refuses %s', (_, profile, message) => {
    expect(unseen(profile)[0]).toContain(message);
  });

  it('names every mistake at once, as parseProfile does', () => {
    const wrong = { cloud: 'public', hbi: 1, images: ['own'], tools: { vscod: [] } };
    const parsed = parseProfile(wrong);
    expect(
      unseen(wrong)
        .map((text) => text.split(':')[0])
        .sort(),
    ).toEqual(parsed.ok ? [] : parsed.issues.map(({ path }) => path.join('.')).sort());
    expect(unseen(wrong)).toHaveLength(4);
  });

  it('calls the whole by a name', () => {
    const none: unknown = null;
    expect(() => plan(none as ProfileInput)).toThrow('profile: found null, expected a map of keys');
  });

  it('takes what is present but undefined for nothing said', () => {
    expect(unseen({ ...good, storage: undefined, tools: { vscode: undefined }, network: undefined })).toEqual([]);
  });

  it('takes a profile with every default filled in', () => {
    expect(unseen(completeProfile({ cloud: 'public', region: 'eastus2' }))).toEqual([]);
  });
});

describe('an option of plan or select', () => {
  const ask =
    (options: object): (() => unknown) =>
    () =>
      plan({ cloud: 'public', region: 'eastus2' }, options);

  it.each([
    [{ editon: '2021-09-14' }, 'found editon, expected only addressing, breadth, roles'],
    [{ addressing: 'tags' }, 'addressing: found "tags", expected one of service-tags, hosts, both'],
    [{ breadth: 'narrow' }, 'breadth: found "narrow", expected one of'],
    [{ roles: ['clients'] }, 'roles: found "clients", expected one of compute'],
    [{ roles: 'compute' }, 'roles: found "compute", expected a list of roles'],
  ])('that is not known (%j) is refused, and says what is expected', (options, message) => {
    expect(ask(options)).toThrow(message);
  });

  it('that is misspelt does not select everything, and an unknown word not nothing', () => {
    expect(() => select({ scope: ['aks'] } as object)).toThrow('found scope, expected only edition, scopes');
    expect(() => select({ cloud: 'mars' } as object)).toThrow('cloud: found "mars", expected one of public');
  });

  it('that is a date where a whole edition belongs is told so', () => {
    const date: unknown = '2021-09-14';
    expect(() => planEdition(date as Edition, { cloud: 'public', region: 'eastus2' })).toThrow(
      'expected a whole edition',
    );
  });
});
