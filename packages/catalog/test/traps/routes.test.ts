import { plan, regions } from '@azureml-firewall/catalog';
import { expect, it } from 'vitest';
import { everythingOn, regionOf } from '../profiles.js';
import { editionIds } from './ask.js';

type EditionId = (typeof editionIds)[number];

function routes(edition: EditionId, cloud: 'public' | 'usgov' | 'china' = 'public', region = regionOf[cloud]) {
  return plan({ ...everythingOn(cloud), region }, { edition }).policy.routes;
}

it('routes Azure Machine Learning past the firewall in every edition, Azure Batch only until 2022', () => {
  const tags = (edition: EditionId): readonly string[] => routes(edition).map(({ tag }) => tag);
  for (const edition of ['2021-09-14', '2022-09-06'] as const)
    expect(tags(edition)).toEqual(['AzureMachineLearning', 'BatchNodeManagement.EastUS2']);
  for (const edition of ['2023-04-14', '2026-03-19'] as const) expect(tags(edition)).toEqual(['AzureMachineLearning']);
  for (const edition of editionIds)
    expect(new Set(routes(edition).map(({ nextHop }) => nextHop))).toEqual(new Set(['internet']));
});

it('routes by address to the region and its pair, for Azure Batch to the region only', () => {
  expect(routes('2021-09-14').map(({ byAddress }) => byAddress)).toEqual([
    ['AzureMachineLearning.EastUS2', 'AzureMachineLearning.CentralUS'],
    ['BatchNodeManagement.EastUS2'],
  ]);
});

it.each([
  ['brazilsouth', 'AzureMachineLearning.SouthCentralUS', 'public'],
  ['brazilsoutheast', 'AzureMachineLearning.BrazilSouth', 'public'],
  ['westindia', 'AzureMachineLearning.SouthIndia', 'public'],
  ['westus3', 'AzureMachineLearning.EastUS', 'public'],
  ['southcentralus', 'AzureMachineLearning.NorthCentralUS', 'public'],
  ['southindia', 'AzureMachineLearning.CentralIndia', 'public'],
  ['eastus', 'AzureMachineLearning.WestUS', 'public'],
  ['usgovarizona', 'AzureMachineLearning.USGovTexas', 'usgov'],
] as const)('looks the pair of %s up in its own direction: %s', (region, pair, cloud) => {
  expect(routes('2026-03-19', cloud, region)[0]?.byAddress[1]).toBe(pair);
});

it('pairs a region only with one that it knows, of the same cloud', () => {
  for (const { name, cloud, pair } of regions)
    if (pair) expect([name, regions.find((one) => one.name === pair)?.cloud]).toEqual([name, cloud]);
});

it('tells a region without a pair from one whose pair is unknown, and says the second', () => {
  const codes = (region: string): readonly string[] =>
    plan({ ...everythingOn('public'), region }).diagnostics.map(({ code }) => code);
  const unpaired = regions.filter(
    ({ cloud, pair, status }) => cloud === 'public' && pair === null && status === undefined,
  );
  const unknown = regions.filter(({ cloud, pair }) => cloud === 'public' && pair === undefined);
  expect([unpaired.length, unknown.length]).toEqual([13, 7]);
  for (const { name } of unpaired) expect(codes(name)).not.toContain('catalog/no-paired-region');
  for (const { name } of unknown) expect(codes(name)).toContain('catalog/no-paired-region');
  for (const { name } of [...unpaired, ...unknown])
    expect(routes('2026-03-19', 'public', name)[0]?.byAddress).toHaveLength(1);
});

it('plans routes only for compute that receives traffic from outside', () => {
  const closed = { ...everythingOn('public'), compute: { publicIp: false } };
  for (const edition of editionIds.slice(1)) expect(plan(closed, { edition }).policy.routes).toEqual([]);
  const { policy } = plan({ ...closed, compute: { instances: false, clusters: false } }, { edition: '2021-09-14' });
  expect(policy.routes).toEqual([]);
});

it('names in a route tags to be looked up, never the name of an example', () => {
  for (const edition of editionIds)
    for (const { tag, byAddress } of routes(edition, 'public', 'japaneast'))
      for (const one of [tag, ...byAddress])
        expect(one).toMatch(/^(AzureMachineLearning|BatchNodeManagement)(\.Japan(East|West))?$/);
});
