import { find, plan, ProfileError, regions, type ProfileInput } from '@azureml-firewall/catalog';
import {
  clouds,
  destinationText,
  entriesOf,
  parseServiceTagName,
  sourceText,
  type Cloud,
} from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOn, everyWorkspace } from '../profiles.js';
import { baseOf, disputed, editionIds, held, planned, plannedTo } from './ask.js';

/** Tags of the service-tag files (2019-07-22 to 2026-07-20), as they are spelt there, as far as the editions ask for them. */
const inFiles = new Set([
  'AzureActiveDirectory',
  'AzureCloud',
  'AzureContainerRegistry',
  'AzureFrontDoor.FirstParty',
  'AzureFrontDoor.Frontend',
  'AzureKeyVault',
  'AzureMachineLearning',
  'AzureMonitor',
  'AzureResourceManager',
  'BatchNodeManagement',
  'MicrosoftContainerRegistry',
  'Storage',
]);
/** Tags that stand for the user's own network: no file has them. */
const ownNetwork = new Set(['AzureLoadBalancer', 'VirtualNetwork']);

/** Every tag that a plan names, in whatever role. */
function tagsIn(profile: ProfileInput, edition: (typeof editionIds)[number]): readonly string[] {
  const { policy } = plan(profile, { edition });
  const ofRules = entriesOf(policy).flatMap(({ rule, destination }) => [destination, ...rule.sources]);
  const named = ofRules.flatMap((one) => (one.kind === 'service-tag' ? [one.tag] : []));
  const covering = policy.collections.flatMap(({ rules }) => rules.flatMap(({ coveredBy }) => coveredBy ?? []));
  return [...named, ...covering, ...policy.routes.flatMap(({ tag, byAddress }) => [tag, ...byAddress])];
}

const everyTag = (edition: (typeof editionIds)[number]): readonly string[] =>
  clouds.flatMap((cloud) => everyWorkspace(cloud).flatMap((profile) => tagsIn(profile, edition)));

describe.each(editionIds)('a plan by edition %s', (edition) => {
  it('names only tags that the files of service tags know, by their real spelling', () => {
    const unknown = everyTag(edition).filter((tag) => !inFiles.has(baseOf(tag)) && !ownNetwork.has(tag));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('holds no ".region" as a literal, in whatever spelling', () => {
    expect(everyTag(edition).filter((tag) => /\.<?(paired-)?region>?$/i.test(tag))).toEqual([]);
  });

  it('names tags and never addresses of them: prefixes are those of the profile', () => {
    const own = ['10.20.0.0/16', '10.20.0.10/32', '20.51.4.9/32'];
    for (const cloud of clouds)
      for (const { rule, destination } of entriesOf(plan(everythingOn(cloud), { edition }).policy))
        for (const one of [destination, ...rule.sources]) {
          if (one.kind === 'cidr') expect(own).toContain(one.prefix);
          if (one.kind === 'service-tag') expect(one.resolved).toBeUndefined();
        }
  });
});

it('finds a tag by the name that a page misprints, and plans it by its real name', () => {
  for (const [printed, real] of [
    ['AzureFrontDoor.FrontEnd', 'AzureFrontDoor.Frontend'],
    ['Frontdoor.FirstParty', 'AzureFrontDoor.FirstParty'],
    ['ContainerRegistry.region', 'AzureContainerRegistry.<region>'],
    ['Keyvault.<region>', 'AzureKeyVault.<region>'],
  ] as const)
    expect(find(printed).map(({ destination }) => destination)).toContain(real);
});

it('takes no region by a name that is none, such as the uswest of the page', () => {
  expect(() => plan({ cloud: 'public', region: 'uswest' })).toThrow(ProfileError);
  expect(plannedTo('BatchNodeManagement.WestUS', { ...everythingOn('public'), region: 'westus' })).toHaveLength(1);
});

it.each(['usgov', 'china'] as const)(
  'says that AzureFrontDoor.FirstParty has never been in the files of cloud %s',
  (cloud) => {
    for (const edition of editionIds.slice(1)) {
      expect(plannedTo('AzureFrontDoor.FirstParty', everythingOn(cloud), { edition })).toHaveLength(1);
      expect(disputed(everythingOn(cloud), edition)).toContain('front-door-first-party-sovereign');
      expect(disputed(everythingOn('public'), edition)).not.toContain('front-door-first-party-sovereign');
    }
  },
);

it('asks for AzureFrontDoor.Frontend in every cloud but China, in every edition', () => {
  for (const edition of editionIds) {
    const has = (cloud: Cloud): boolean =>
      plannedTo('AzureFrontDoor.Frontend', everythingOn(cloud), { edition }).length > 0;
    expect([edition, clouds.filter(has)]).toEqual([edition, ['public', 'usgov']]);
  }
});

it('keeps VirtualNetwork and AzureLoadBalancer as names for own addresses, and opens nothing wider for them', () => {
  const closed = { ...everythingOn('public'), compute: { publicIp: false } };
  expect(planned(closed, { edition: '2022-09-06' })).toEqual(
    expect.arrayContaining([
      'in VirtualNetwork tcp/29876',
      'in VirtualNetwork tcp/29877',
      'in AzureLoadBalancer tcp/44224',
    ]),
  );
  expect(planned(everythingOn('public'))).toContain('VirtualNetwork tcp/443');
  for (const edition of editionIds)
    expect(planned(closed, { edition }).filter((line) => /^(in )?(any|\*|0\.0\.0\.0\/0) /.test(line))).toEqual([]);
});

it('sends inbound traffic to VirtualNetwork where the profile gives no sources, and to its prefixes where it does', () => {
  const open = everythingOn('public');
  const closed = { ...open, compute: { publicIp: false } };
  const peersOf = (profile: ProfileInput, edition: (typeof editionIds)[number]): readonly (readonly unknown[])[] =>
    plan(profile, { edition })
      .policy.collections.flatMap(({ rules }) => rules.filter(({ direction }) => direction === 'inbound'))
      .map(({ id, sources, destinations }) => [id, sources.map(sourceText), destinations.map(destinationText)]);
  for (const edition of editionIds)
    for (const profile of [open, edition === '2022-09-06' ? closed : open]) {
      const inbound = peersOf(profile, edition);
      expect(inbound.length).toBeGreaterThan(0);
      // Own addresses are prefixes that the user gives: without them the tag stands for them, and never "any".
      expect(peersOf({ ...profile, network: {} }, edition)).toEqual(
        inbound.map(([id, from]) => [id, from, ['VirtualNetwork']]),
      );
      expect(inbound.map(([, , to]) => to)).toEqual(inbound.map(() => ['10.20.0.0/16']));
    }
});

it('fills the region of a tag as the files spell it, and hosts by the ARM name', () => {
  const profile = { ...everythingOn('public'), region: 'germanywestcentral' };
  expect(planned(profile)).toEqual(
    expect.arrayContaining([
      'Storage.GermanyWestCentral tcp/443',
      'germanywestcentral.tundra.azureml.ms udp/5831',
      '*.germanywestcentral.batch.azure.com tcp/443',
    ]),
  );
});

it('knows the short names that AzureCloud takes in twelve regions', () => {
  const short = regions.flatMap(({ azureCloudSuffix }) => azureCloudSuffix ?? []);
  expect(short.toSorted()).toEqual([
    'brazilse',
    'centralfrance',
    'chilec',
    'germanyn',
    'germanywc',
    'norwaye',
    'norwayw',
    'southfrance',
    'switzerlandn',
    'switzerlandw',
    'usstagec',
    'usstagee',
  ]);
  for (const { name, tagSuffix } of regions) expect(tagSuffix.toLowerCase()).toBe(name);
});

it.each([
  'AzureFrontDoor.Backend',
  'AzureActiveDirectory.ServiceEndpoint',
  'AzureMonitor.Core',
  'AzurePortal.AzureAppServiceUx',
  'Storage.EastUS2Stage',
  'Sql.NorthCentralUSStage',
])('does not take the end of %s for a region', (tag) => {
  expect(find(tag)).toEqual([]);
});

it('does not take AzureMachineLearningInference for AzureMachineLearning, which begins alike', () => {
  expect(find('AzureMachineLearningInference')).toEqual([]);
  expect(find('AzureMachineLearning').every(({ destination }) => destination === 'AzureMachineLearning')).toBe(true);
});

it('never makes a global tag of regional ones, or the other way, unless breadth broad asks for it, and says so', () => {
  const profile = everythingOn('public');
  for (const edition of editionIds) {
    const about = (breadth: 'balanced' | 'broad'): readonly string[] =>
      planned(profile, { edition, breadth }).filter((line) => line.startsWith('Storage'));
    expect(about('balanced').every((line) => line.startsWith('Storage.EastUS2 '))).toBe(true);
    expect(about('broad').every((line) => line.startsWith('Storage '))).toBe(true);
    expect(plan(profile, { edition, breadth: 'broad' }).diagnostics.map(({ code }) => code)).toContain(
      'catalog/broadened',
    );
    expect(planned(profile, { edition }).filter((line) => line.startsWith('AzureMachineLearning.'))).toEqual([]);
  }
});

it('gives tags a region where their edition does: the registry of Microsoft until 2023, Azure Batch only outbound', () => {
  const tagOf = (pattern: RegExp): readonly string[] =>
    editionIds.map((edition) =>
      planned(everythingOn('public'), { edition })
        .filter((line) => pattern.test(line))
        .map((line) => line.replace(/ (tcp|udp).*/, ''))
        .join(),
    );
  expect(tagOf(/^MicrosoftContainerRegistry/)).toEqual([
    'MicrosoftContainerRegistry.EastUS2',
    'MicrosoftContainerRegistry.EastUS2',
    'MicrosoftContainerRegistry.EastUS2',
    'MicrosoftContainerRegistry',
  ]);
  expect(tagOf(/^in Batch/)).toEqual(['in BatchNodeManagement', 'in BatchNodeManagement', '', '']);
  expect(tagOf(/^Batch/)).toEqual([
    '',
    'BatchNodeManagement.EastUS2',
    'BatchNodeManagement.EastUS2',
    'BatchNodeManagement.EastUS2',
  ]);
});

it('says that US Gov Iowa is no longer among the regions', () => {
  const { diagnostics } = plan({ cloud: 'usgov', region: 'usgoviowa' });
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'catalog/region-not-ordinary',
      data: expect.objectContaining({ region: 'usgoviowa', status: 'removed' }) as object,
    }),
  );
});

it('reads a tag without the remark that stands in its cell', () => {
  const names = held.flatMap(({ fact: { tag, printed } }) => (tag === undefined ? [] : [tag, printed ?? tag]));
  for (const name of names) expect(parseServiceTagName(name.replace(/<region>$/i, 'WestUS')).ok).toBe(true);
});
