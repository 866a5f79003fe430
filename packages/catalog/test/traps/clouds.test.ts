import { find, plan } from '@azureml-firewall/catalog';
import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { everythingOn } from '../profiles.js';
import { disputed, editionIds, factsIn, originsOf, planned, plannedTo } from './ask.js';

const later = editionIds.slice(1);

function cloudsOf(line: string, edition: (typeof editionIds)[number]): readonly Cloud[] {
  return clouds.filter((cloud) => planned(everythingOn(cloud), { edition }).includes(line));
}

it('asks for the same host in every cloud where the pages do, and for the public graph in Government', () => {
  for (const edition of editionIds) {
    expect(cloudsOf('mcr.microsoft.com tcp/443', edition)).toEqual(clouds);
    expect(cloudsOf('graph.windows.net tcp/443', edition)).toEqual(expect.arrayContaining(['public', 'usgov']));
  }
  expect(cloudsOf('azurearctest.azurecr.io tcp/443', '2021-09-14')).toEqual(clouds);
  for (const edition of later) {
    expect(cloudsOf('*.data.mcr.microsoft.com tcp/443', edition)).toEqual(clouds);
    expect(cloudsOf('*.aznbcontent.net tcp/443', edition)).toEqual(clouds);
    expect(cloudsOf('*.instances.azureml.ms tcp/8787', edition)).toEqual(clouds);
  }
});

it('takes an empty cell of 2021 for "not asked for", not for "as in the public cloud"', () => {
  for (const line of ['*.aznbcontent.net tcp/443', '*.instances.azureml.ms tcp/443'])
    expect(cloudsOf(line, '2021-09-14')).toEqual(['public']);
});

it('plans both graph hosts in China where a table for every cloud contradicts that of China, and says so', () => {
  const graphs = (edition: (typeof editionIds)[number]): readonly string[] =>
    planned(everythingOn('china'), { edition }).filter((line) => line.startsWith('graph.') && line.endsWith('/443'));
  const both = ['graph.chinacloudapi.cn tcp/443', 'graph.windows.net tcp/443'];
  for (const edition of ['2021-09-14', '2022-09-06'] as const) {
    expect(graphs(edition).toSorted()).toEqual(both);
    expect(disputed(everythingOn('china'), edition)).toContain('graph-in-china');
    expect(disputed(everythingOn('public'), edition)).not.toContain('graph-in-china');
  }
  for (const edition of ['2023-04-14', '2026-03-19'] as const) expect(graphs(edition)).toEqual([both[0]]);
});

it.each(['usgov', 'china'] as const)(
  'makes up no Batch, AutoML or second tundra hosts for cloud %s, and says that they lack',
  (cloud) => {
    const lines = planned(everythingOn(cloud));
    expect(lines.filter((line) => /batch\.azure|automl|aka\.ms|tundra\..*\.api|azureml\.net/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('BatchNodeManagement.'))).toHaveLength(1);
    expect(disputed(everythingOn(cloud), '2026-03-19')).toContain('batch-hosts-sovereign');
    expect(
      planned(everythingOn(cloud), { addressing: 'hosts' }).filter((line) => line.startsWith('BatchNodeManagement.')),
    ).toHaveLength(1);
  },
);

it('has the API hosts of each cloud: two in public and China, one in Government', () => {
  const api = (cloud: Cloud): readonly string[] =>
    factsIn('2026-03-19', cloud).flatMap(({ requirement, fact }) =>
      requirement.id === 'azure-ml-api-hosts' ? [fact.host ?? ''] : [],
    );
  expect(api('public')).toEqual(['*.azureml.ms', '*.azureml.net']);
  expect(api('usgov')).toEqual(['*.ml.azure.us']);
  expect(api('china')).toEqual(['*.ml.azure.cn', '*.azureml.cn']);
});

it('knows the studio of China by its own name', () => {
  for (const edition of editionIds)
    expect(planned(everythingOn('china'), { edition })).toContain('studio.ml.azure.cn tcp/443');
});

it('marks the cloud of Kubernetes hosts as inferred from their domain, and keeps package hosts for every cloud', () => {
  for (const edition of later) {
    const table = factsIn(edition).filter(
      ({ requirement, fact }) =>
        ['workspace', 'kubernetes', 'python'].includes(requirement.scope) &&
        fact.at.some(({ section }) => /kubernetes(-compute)?$/.test(section)) &&
        fact.host !== undefined,
    );
    expect(table.length).toBeGreaterThan(5);
    for (const { fact } of table) {
      const everywhere = /ubuntu|launchpad|pypi/.test(fact.host ?? '');
      expect([fact.host, fact.clouds]).toEqual([fact.host, everywhere ? clouds : ['public']]);
      expect([fact.host, fact.inferred?.includes('cloud') ?? false]).toEqual([fact.host, !everywhere]);
    }
  }
});

it.each(['usgov', 'china'] as const)('says that no Kubernetes hosts are published for cloud %s', (cloud) => {
  for (const edition of later) expect(disputed(everythingOn(cloud), edition)).toContain('kubernetes-hosts-sovereign');
  const none = { ...everythingOn(cloud), compute: { kubernetes: 'none' as const } };
  expect(disputed(none, '2026-03-19')).not.toContain('kubernetes-hosts-sovereign');
  expect(disputed(everythingOn('public'), '2026-03-19')).not.toContain('kubernetes-hosts-sovereign');
});

it('asks for the public monitoring hosts in every cloud, since their table is not split', () => {
  for (const edition of editionIds)
    for (const host of ['dc.services.visualstudio.com', 'dc.applicationinsights.azure.com'])
      expect(cloudsOf(`${host} tcp/443`, edition)).toEqual(clouds);
});

it('holds the management host once where the portal row repeats it, and no portal host that no table has', () => {
  expect(plannedTo('management.azure.com', everythingOn('public'))).toEqual(['management.azure.com tcp/443']);
  expect(originsOf('resource-manager-hosts', everythingOn('public'), '2026-03-19')).toEqual(
    expect.arrayContaining([
      'third-party-firewall/general-azure-hosts#2',
      'third-party-firewall/general-azure-hosts#3',
    ]),
  );
  for (const host of ['portal.azure.com', 'portal.azure.us', 'portal.azure.cn'])
    expect(find(host).filter(({ requirement }) => requirement.startsWith('resource-manager'))).toEqual([]);
});

it('refuses a region of another cloud', () => {
  expect(() => plan({ cloud: 'usgov', region: 'chinaeast2' })).toThrow();
});
