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
