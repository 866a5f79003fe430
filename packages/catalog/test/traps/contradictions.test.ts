import { find, history, loadEdition, plan } from '@azureml-firewall/catalog';
import { expect, it } from 'vitest';
import { everythingOff, everythingOn } from '../profiles.js';
import { disputed, editionIds, factsIn, held, originsOf, planned, plannedTo } from './ask.js';

const on = everythingOn('public');

it('needs the key vault tag of 2021 though only one of two tables lists it, and knows both its names of 2022', () => {
  expect(originsOf('key-vault-tag', on, '2021-09-14')).toEqual([
    'azure-firewall/outbound-configuration/network-rules#8',
  ]);
  expect(plannedTo('AzureKeyVault.EastUS2', on, { edition: '2021-09-14' })).toHaveLength(1);
  expect(plannedTo('AzureKeyVault.EastUS2', on, { edition: '2022-09-06' })).toHaveLength(1);
  expect(originsOf('key-vault-tag', on, '2022-09-06')).toHaveLength(2);
});

it('needs the container registry tag of 2021 for custom images, though one row speaks of those of Microsoft', () => {
  const custom = (images: readonly ('microsoft' | 'custom')[]): readonly string[] =>
    plannedTo('AzureContainerRegistry.EastUS2', { ...on, images }, { edition: '2021-09-14' });
  expect(custom(['custom'])).toHaveLength(1);
  expect(custom(['microsoft'])).toEqual([]);
  expect(disputed(on, '2021-09-14')).toContain('container-registry-purpose');
});

it('takes a table of outbound rules for outbound, though its step says "to and from"', () => {
  for (const edition of ['2021-09-14', '2022-09-06'] as const) {
    const table = factsIn(edition).filter(({ fact }) =>
      fact.at.some(({ section }) => section.endsWith('/network-rules')),
    );
    expect(table.length).toBeGreaterThan(5);
    expect(table.filter(({ requirement }) => requirement.direction !== 'outbound')).toEqual([]);
  }
});

it('says that images of 2021 also come from *.data.mcr.microsoft.com, which the article leaves out', () => {
  expect(
    originsOf('microsoft-container-registry-hosts', { ...on, compute: { kubernetes: 'none' } }, '2021-09-14'),
  ).toEqual(['other-firewalls/docker-images#1']);
  expect(disputed({ ...on, compute: { kubernetes: 'none' } }, '2021-09-14')).toContain('image-data-host');
  expect(disputed(on, '2022-09-06')).not.toContain('image-data-host');
});

it('lets 44224 in for instances and clusters alike, though the row of 2021 speaks of instances', () => {
  for (const compute of [
    { instances: true, clusters: false, publicIp: true },
    { instances: false, clusters: true, publicIp: true },
  ])
    for (const edition of editionIds)
      expect(planned({ ...on, compute }, { edition })).toContain('in AzureMachineLearning tcp/44224');
  expect(disputed(on, '2021-09-14')).toContain('inbound-instances-only');
});

it("needs Microsoft's registry in 2026 even without Microsoft's images, as the later tip says", () => {
  const profile = { ...everythingOff('public'), images: [] };
  expect(plannedTo('MicrosoftContainerRegistry', profile)).toEqual(['MicrosoftContainerRegistry tcp/443']);
});

it('takes Frontdoor.FirstParty and AzureFrontDoor.FirstParty of two tables for one tag', () => {
  expect(plannedTo('AzureFrontDoor.FirstParty', on)).toEqual(['AzureFrontDoor.FirstParty tcp/443']);
  expect(originsOf('front-door-first-party-tag', on, '2026-03-19')).toEqual([
    'basic-configuration/outbound#8',
    'basic-configuration/recommended#1',
  ]);
});

it('plans nothing for a reference to Batch addresses that no section has any more', () => {
  for (const edition of ['2023-04-14', '2026-03-19'] as const) {
    expect(loadEdition(edition).routes.map(({ id }) => id)).toEqual(['azure-ml-route']);
    const inbound = planned(on, { edition }).filter((line) => line.startsWith('in '));
    expect(inbound).toEqual(['in AzureMachineLearning tcp/44224']);
  }
});

it('says that a tip of 2026 asks for a container registry for which no tag and no host is listed', () => {
  for (const edition of ['2023-04-14', '2026-03-19'] as const) {
    expect(disputed({ ...on, images: ['custom'] }, edition)).toContain('custom-registry-2026');
    expect(disputed({ ...on, images: ['microsoft'] }, edition)).not.toContain('custom-registry-2026');
  }
  const none = { ...on, compute: { kubernetes: 'none' as const } };
  expect(planned(none).filter((line) => /azurecr|AzureContainerRegistry/.test(line))).toEqual([]);
});

it('asks for no region where the table has none, and carries no markup of the page', () => {
  const api = factsIn('2026-03-19').filter(({ requirement }) => requirement.id === 'azure-ml-api-hosts');
  expect(api.filter(({ fact }) => fact.host?.includes('<'))).toEqual([]);
  for (const edition of editionIds)
    expect(JSON.stringify(loadEdition(edition))).not.toMatch(/<\/?(b|br|code|li)>|scripts\.>/);
});

it('follows prebuilt images from azurearctest to viennaglobal, and to their end in 2023', () => {
  const story = history('prebuilt-image-hosts');
  expect(
    story?.versions.map(({ edition, requirement }) => [edition, requirement.facts.map(({ host }) => host)]),
  ).toEqual([
    ['2021-09-14', ['azurearctest.azurecr.io']],
    ['2022-09-06', ['viennaglobal.azurecr.io']],
  ]);
  expect(story?.retired).toMatchObject({ date: '2023-04-14', successor: 'microsoft-container-registry-hosts' });
  expect(
    find('viennaglobal.azurecr.io', { edition: '2026-03-19' }).filter(({ match }) => match === 'same'),
  ).not.toContainEqual(expect.objectContaining({ requirement: 'prebuilt-image-hosts' }));
});

it('points every dispute at requirements that its edition has, with two statements that differ', () => {
  for (const edition of editionIds) {
    const known = new Set(factsIn(edition).map(({ requirement }) => requirement.id));
    for (const { id, requirements, statements, resolution } of loadEdition(edition).disputes) {
      expect([id, requirements.filter((one) => !known.has(one))]).toEqual([id, []]);
      expect([id, new Set(statements.map(({ says }) => says)).size]).toEqual([id, statements.length]);
      expect(statements.length).toBeGreaterThan(1);
      expect(resolution).toMatch(/\.$/);
    }
  }
});

it('points out each dispute to some workspace, and none to all', () => {
  const quiet = plan(everythingOff('public')).diagnostics.filter(({ code }) => code === 'catalog/disputed');
  expect(quiet.length).toBeLessThan(loadEdition('2026-03-19').disputes.length);
  expect(held.length).toBeGreaterThan(0);
});
