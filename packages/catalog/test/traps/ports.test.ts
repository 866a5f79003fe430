import { find, loadEdition, plan } from '@azureml-firewall/catalog';
import { clouds } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { everythingOff, everythingOn } from '../profiles.js';
import { disputed, editionIds, factsIn, held, planned, plannedTo } from './ask.js';

const later = editionIds.slice(1);

it('opens every TCP port to sign-in as 2021 says, and only 80 and 443 since', () => {
  const ports = editionIds.map((edition) => plannedTo('AzureActiveDirectory', everythingOn('public'), { edition }));
  expect(ports[0]).toEqual(['AzureActiveDirectory tcp/*']);
  for (const since of ports.slice(1))
    expect(since).toEqual(['AzureActiveDirectory tcp/80', 'AzureActiveDirectory tcp/443']);
});

it('names for UDP 5831, which no proxy matches by host, the tag whose addresses carry it', () => {
  for (const edition of ['2023-04-14', '2026-03-19'] as const)
    for (const cloud of clouds) {
      const { policy } = plan(everythingOn(cloud), { edition });
      const rules = policy.collections
        .flatMap((collection) => collection.rules)
        .filter(({ services }) => services.some(({ protocol }) => protocol === 'udp'))
        .filter(({ services }) => services.some(({ ports }) => ports.some(({ from }) => from === 5831)));
      expect(rules.map(({ id }) => id)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^azure-ml-tag/), 'compute-tundra-hosts']),
      );
      for (const { destinations, coveredBy } of rules)
        if (destinations.some(({ kind }) => kind !== 'service-tag'))
          expect(coveredBy).toEqual(['AzureMachineLearning']);
      expect(planned(everythingOn(cloud), { edition, addressing: 'service-tags' }).join()).not.toContain('tundra');
    }
});

it('keeps any protocol of the Batch hosts as TCP and UDP, beside a tag that is TCP only', () => {
  const hosts = ['*.eastus2.batch.azure.com', '*.eastus2.service.batch.azure.com'];
  for (const host of hosts)
    expect(plannedTo(host, everythingOn('public'))).toEqual([`${host} tcp/443`, `${host} udp/443`]);
  expect(plannedTo('BatchNodeManagement.EastUS2', everythingOn('public'))).toEqual([
    'BatchNodeManagement.EastUS2 tcp/443',
  ]);
});

it('with service tags leaves of any protocol only what the tag does not carry', () => {
  expect(plannedTo('*.eastus2.batch.azure.com', everythingOn('public'), { addressing: 'service-tags' })).toEqual([
    '*.eastus2.batch.azure.com udp/443',
  ]);
});

it('opens 8787 and 18881 only below instances.azureml.ms and to the tag, and to hosts only with a private endpoint', () => {
  for (const edition of editionIds)
    for (const cloud of clouds) {
      const special = (privateEndpoint: boolean): readonly string[] =>
        planned({ ...everythingOn(cloud), privateEndpoint }, { edition })
          .filter((line) => /tcp\/(8787|18881)$/.test(line))
          .map((line) => line.replace(/ .*/, ''));
      expect(special(true).filter((one) => !['*.instances.azureml.ms', 'AzureMachineLearning'].includes(one))).toEqual(
        [],
      );
      if (edition === '2021-09-14') expect(special(true)).not.toContain('AzureMachineLearning');
      else expect(special(false)).toEqual(['AzureMachineLearning', 'AzureMachineLearning']);
    }
});

it('does not call 8787 and 18881 web traffic, so that no renderer takes them for it', () => {
  const { policy } = plan(everythingOn('public'));
  const services = policy.collections.flatMap(({ rules }) => rules.flatMap((rule) => rule.services));
  const special = services.filter(({ ports }) => ports.some(({ from }) => from === 8787 || from === 18_881));
  expect(special.length).toBeGreaterThan(0);
  expect(special.filter(({ application }) => application !== undefined)).toEqual([]);
});

it('opens 445 to the own file share always, to the Storage tag only behind a firewall, and points out the dispute', () => {
  const profile = { ...everythingOn('public'), firewallBeforeStorage: false };
  const smb = (edition: (typeof editionIds)[number], firewallBeforeStorage: boolean): readonly string[] =>
    planned({ ...profile, firewallBeforeStorage }, { edition }).filter((line) => line.endsWith('tcp/445'));
  expect(smb('2021-09-14', true)).toEqual([]);
  for (const edition of later) {
    expect(smb(edition, false)).toEqual(['contosoml.file.core.windows.net tcp/445']);
    expect(smb(edition, true).toSorted()).toEqual([
      'Storage.EastUS2 tcp/445',
      'contosoml.file.core.windows.net tcp/445',
    ]);
    expect(disputed(profile, edition)).toContain('storage-smb-conditional');
  }
});

it('reads 29876-29877 as the range that it is in one box and as two ports in the other', () => {
  const batch = (edition: (typeof editionIds)[number], publicIp: boolean): readonly string[] =>
    planned({ ...everythingOn('public'), compute: { publicIp } }, { edition }).filter((line) => line.includes('2987'));
  expect(batch('2021-09-14', true)).toEqual(['in BatchNodeManagement tcp/29876-29877']);
  expect(batch('2022-09-06', true)).toEqual(['in BatchNodeManagement tcp/29876-29877']);
  expect(batch('2022-09-06', false)).toEqual(['in VirtualNetwork tcp/29876', 'in VirtualNetwork tcp/29877']);
});

it('marks ports that no page prints as inferred', () => {
  const inferred = (edition: (typeof editionIds)[number]): ReadonlySet<string> =>
    new Set(
      factsIn(edition).flatMap(({ requirement, fact }) => (fact.inferred?.includes('ports') ? [requirement.id] : [])),
    );
  for (const id of ['key-vault-tag', 'anaconda-hosts', 'cran-hosts', 'vscode-web-hosts', 'diagnostics-hosts'])
    expect(inferred('2026-03-19')).toContain(id);
  for (const id of ['entra-id-hosts', 'azure-ml-api-hosts', 'microsoft-container-registry-hosts'])
    expect(inferred('2021-09-14')).toContain(id);
  for (const id of ['azure-ml-tag', 'entra-id-tag', 'compute-tundra-hosts'])
    expect(inferred('2026-03-19')).not.toContain(id);
});

it('shows 8704-8710 without guessing where they lead or what they speak', () => {
  expect(find('8705', { edition: '2026-03-19' }).map(({ destination, match }) => [destination, match])).toEqual([
    ['?', 'covers'],
  ]);
  const { policy, excluded, diagnostics } = plan(everythingOn('public'));
  expect(JSON.stringify(policy)).not.toContain('8704');
  expect(excluded).toContainEqual(
    expect.objectContaining({ ports: ['tcp/8704-8710'], because: { kind: 'no-destination' } }),
  );
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'catalog/no-destination', severity: 'warning' }));
  const [fact] = held.flatMap(({ requirement, fact: one }) => (requirement.id === 'vscode-server-ports' ? [one] : []));
  expect(fact?.inferred).toEqual(['protocol']);
});

it('says nothing of 8704-8710 to a workspace without VS Code', () => {
  expect(plan(everythingOff('public')).diagnostics.map(({ code }) => code)).not.toContain('catalog/no-destination');
  expect(loadEdition('2026-03-19').requirements.map(({ id }) => id)).toContain('vscode-server-ports');
});
