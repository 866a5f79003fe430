import { find, loadEdition, plan, type ProfileInput } from '@azureml-firewall/catalog';
import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { everythingOn } from '../profiles.js';
import { disputed, held, planned, plannedTo } from './ask.js';

const old = '2021-09-14';
const now = '2026-03-19';

const arc = (cloud: Cloud): ProfileInput => ({
  ...everythingOn(cloud),
  compute: { ...everythingOn(cloud).compute, kubernetes: 'arc' },
});
const facts = (id: string) => held.filter(({ requirement }) => requirement.id === id);

it('opens the tunnel of AKS to one of the four printed destinations, and keeps the others beside it', () => {
  for (const edition of [old, now] as const)
    for (const cloud of clouds) {
      const lines = planned(everythingOn(cloud), { edition });
      const tunnel = lines.filter((line) => / (udp\/1194|tcp\/9000|tcp\/22)$/.test(line));
      expect(tunnel.every((line) => line.startsWith('AzureCloud.'))).toBe(true);
      expect(tunnel.map((line) => line.split(' ')[1]).toSorted()).toEqual(
        [...(cloud === 'china' ? ['tcp/22'] : []), 'tcp/9000', 'udp/1194'].toSorted(),
      );
    }
  for (const { fact } of facts('aks-tunnel')) expect(fact.alternatives).toHaveLength(3);
});

it('asks for clock and DNS on UDP, DNS only of servers that the profile names', () => {
  const lines = planned(everythingOn('public'), { edition: old });
  expect(lines).toEqual(expect.arrayContaining(['ntp.ubuntu.com udp/123', '10.20.0.10/32 udp/53']));
  expect(lines.filter((line) => line.endsWith('/53'))).toHaveLength(1);
  const none = { ...everythingOn('public'), network: {} };
  expect(planned(none, { edition: old }).filter((line) => line.endsWith('/53'))).toEqual([]);
});

it('reads the bare Region of a tag in China as the placeholder that it is', () => {
  const [first] = facts('aks-tunnel').filter(({ fact }) => fact.printed === 'AzureCloud.Region');
  expect(first?.fact.tag).toBe('AzureCloud.<region>');
  expect(plannedTo('AzureCloud.chinanorth3', everythingOn('china'), { edition: old })).toHaveLength(3);
});

it('exempts private clusters only where the table of the cloud does, and points out that others do not say', () => {
  const closed = (cloud: Cloud): ProfileInput => ({
    ...everythingOn(cloud),
    kubernetes: { ...everythingOn(cloud).kubernetes, privateCluster: true },
  });
  const tunnel = (cloud: Cloud): readonly string[] =>
    planned(closed(cloud), { edition: now }).filter((line) => line.startsWith('AzureCloud.'));
  expect(tunnel('public')).toEqual([]);
  for (const cloud of ['usgov', 'china'] as const) {
    expect(tunnel(cloud).length).toBeGreaterThan(0);
    expect(disputed(closed(cloud), now)).toContain('aks-exemptions-sovereign');
  }
});

it('gives China each of its three names for sign-in where a page asks for it', () => {
  const names = (profile: ProfileInput): readonly string[] =>
    planned(profile, { edition: now })
      .filter((line) => /^login\..*443$/.test(line))
      .toSorted();
  expect(names(everythingOn('china'))).toEqual(['login.chinacloudapi.cn tcp/443', 'login.microsoftonline.cn tcp/443']);
  expect(names(arc('china'))).toEqual(['login.chinacloudapi.cn tcp/443', 'login.partner.microsoftonline.cn tcp/443']);
  for (const profile of [everythingOn('china'), arc('china')])
    expect(disputed(profile, now)).toContain('sign-in-names-china');
});

it('keeps the vault without a star in the public cloud, with one in Government, and none in China', () => {
  const vault = (cloud: Cloud): readonly string[] =>
    planned({ ...everythingOn(cloud), hbi: false }, { edition: now }).filter((line) => line.includes('vault.'));
  expect(vault('public')).toEqual(['vault.azure.net tcp/443']);
  expect(vault('usgov')).toEqual(['*.vault.usgovcloudapi.net tcp/443']);
  expect(vault('china')).toEqual([]);
  expect(disputed(everythingOn('public'), now)).toContain('aks-key-vault-star');
  expect(disputed(everythingOn('china'), now)).toContain('aks-key-vault-china');
});

it('keeps the one region and the public graph that Azure Arc prints for Government, and points both out', () => {
  const lines = planned(arc('usgov'), { edition: now });
  expect(lines).toEqual(
    expect.arrayContaining([
      'usgovvirginia.obo.arc.azure.us tcp/8084',
      'usgv.his.arc.azure.us tcp/443',
      'graph.microsoft.com tcp/443',
      'graph.microsoft.us tcp/443',
    ]),
  );
  expect(disputed(arc('usgov'), now)).toEqual(
    expect.arrayContaining(['arc-graph-government', 'arc-names-of-one-region']),
  );
});

it('opens the whole host where Azure Arc prints an image reference, and keeps what was printed', () => {
  const [mirror] = find('dockerhub.azk8s.cn', { edition: now });
  expect(mirror?.destination).toBe('dockerhub.azk8s.cn');
  const printed = facts('arc-image-mirror-hosts').flatMap(({ fact }) => fact.printed ?? []);
  expect(printed).toEqual(['dockerhub.azk8s.cn/<repo-name>/<image-name>:<version>']);
});

it('knows *.data.mcr.microsoft.com by its spelling without a star', () => {
  const [dotted] = facts('aks-image-data-hosts').filter(({ fact }) => fact.printed?.startsWith('.'));
  expect([dotted?.fact.host, dotted?.fact.clouds]).toEqual(['*.data.mcr.microsoft.com', ['china']]);
});

it('takes the tag of Azure Monitor or its hosts as 2021 allows, both where nothing else is said', () => {
  const monitor = (addressing: 'service-tags' | 'hosts' | 'both'): readonly string[] =>
    planned(everythingOn('public'), { edition: old, addressing }).filter((line) =>
      /AzureMonitor|opinsights/.test(line),
    );
  expect(monitor('service-tags')).toEqual(['AzureMonitor tcp/443']);
  expect(monitor('hosts').some((line) => line.startsWith('AzureMonitor'))).toBe(false);
  expect(monitor('both').length).toBe(monitor('service-tags').length + monitor('hosts').length);
  expect(disputed(everythingOn('public'), now)).toContain('aks-monitor-tag-or-hosts');
});

it('reads each host of a cell with several, and says which rows they share', () => {
  const windows = facts('aks-windows-update-hosts').filter(({ edition }) => edition === now);
  expect(windows.map(({ fact }) => fact.host)).toEqual([
    '*.mp.microsoft.com',
    'www.msftconnecttest.com',
    'ctldl.windowsupdate.com',
  ]);
  expect(new Set(windows.map(({ fact }) => JSON.stringify(fact.at))).size).toBe(1);
});

it('asks for the other pages by reference where an edition does not hold them', () => {
  const codes = (edition: '2022-09-06' | '2026-03-19'): readonly string[] =>
    plan(everythingOn('public'), { edition }).diagnostics.flatMap(({ code, data }) =>
      code === 'catalog/page-not-included' ? [String(data['url'])] : [],
    );
  const aks = 'https://learn.microsoft.com/azure/aks/limit-egress-traffic';
  expect(codes('2022-09-06')).toContain(aks);
  expect(codes(now)).not.toContain(aks);
  expect(loadEdition(now).references.map(({ id }) => id)).toEqual(['vscode-network']);
});
