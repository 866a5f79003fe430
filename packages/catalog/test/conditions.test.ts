import { plan, predicateText, type ProfileInput } from '@azureml-firewall/catalog';
import { destinationText } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOff, everythingOn } from './profiles.js';

const edition = '2021-09-14';

function destinations(profile: ProfileInput): readonly string[] {
  const { policy } = plan(profile, { edition });
  return policy.collections.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      [...rule.destinations, ...rule.sources.filter((source) => source.kind !== 'any')].map(destinationText),
    ),
  );
}

const on = everythingOn('public');

/** What each setting brings: with it off, these are gone and listed with the condition that names the setting. */
const features: readonly (readonly [setting: string, off: Partial<ProfileInput>, gone: readonly string[]])[] = [
  ['hbi', { hbi: false }, ['AzureKeyVault.EastUS2', '*.vault.azure.net']],
  ['images has custom', { images: ['microsoft'] }, ['AzureContainerRegistry.EastUS2']],
  [
    'images has microsoft',
    { images: ['custom'], compute: { ...on.compute, kubernetes: 'none' } },
    ['MicrosoftContainerRegistry.EastUS2', 'mcr.microsoft.com', 'azurearctest.azurecr.io'],
  ],
  [
    'compute.instances',
    { compute: { ...on.compute, instances: false } },
    ['*.instances.azureml.net', '*.instances.azureml.ms'],
  ],
  [
    'compute.clusters',
    { compute: { ...on.compute, instances: false, clusters: false } },
    ['BatchNodeManagement', 'graph.windows.net', '*.blob.core.windows.net'],
  ],
  ['tools.studio', { tools: { ...on.tools, studio: false } }, ['ml.azure.com', 'AzureFrontDoor.Frontend']],
  [
    'tools.notebooks',
    { tools: { ...on.tools, notebooks: false } },
    ['*.notebooks.azure.net', '*.aznbcontent.net', 'graph.microsoft.com'],
  ],
  ['tools.vscode', { tools: { ...on.tools, vscode: [] } }, ['update.code.visualstudio.com', '*.vo.msecnd.net']],
  [
    'packages.python',
    { packages: { ...on.packages, python: false } },
    ['anaconda.com', '*.anaconda.com', '*.anaconda.org', 'pypi.org'],
  ],
  ['packages.ownIndex', { packages: { ...on.packages, ownIndex: false } }, ['*pythonhosted.org']],
  ['packages.pytorch', { packages: { ...on.packages, pytorch: false } }, ['*pytorch.org']],
  ['packages.tensorflow', { packages: { ...on.packages, tensorflow: false } }, ['*.tensorflow.org']],
  ['packages.r', { packages: { ...on.packages, r: false } }, ['cloud.r-project.org']],
  [
    'monitoring.support',
    {
      monitoring: { ...on.monitoring, support: false },
      kubernetes: { ...on.kubernetes, addons: [] },
    },
    ['dc.services.visualstudio.com'],
  ],
];

describe.each(features)('with %s off', (setting, off, gone) => {
  it('its rows are gone', () => {
    const left = destinations({ ...on, ...off });
    expect(gone.filter((name) => !destinations(on).includes(name))).toEqual([]);
    expect(gone.filter((name) => left.includes(name))).toEqual([]);
  });

  it('they are listed as excluded with the condition', () => {
    const { excluded } = plan({ ...on, ...off }, { edition });
    for (const name of gone) {
      const reasons = excluded.filter(({ destination }) => destination === name).map(({ because }) => because);
      expect(reasons).toContainEqual(
        expect.objectContaining({ kind: 'condition', text: expect.stringContaining(setting) as string }),
      );
    }
  });
});

describe('a workspace that uses nothing beyond itself', () => {
  it('keeps what every workspace needs', () => {
    expect(destinations(everythingOff('public'))).toEqual(
      expect.arrayContaining([
        'AzureActiveDirectory',
        'login.microsoftonline.com',
        '*.azureml.ms',
        'management.azure.com',
        'Storage.EastUS2',
      ]),
    );
  });

  it('accounts for every fact of the edition: planned or excluded', () => {
    const all = plan(everythingOn('public'), { edition });
    const some = plan(everythingOff('public'), { edition });
    const origins = (one: typeof all): readonly string[] =>
      one.policy.collections.flatMap(({ rules }) =>
        rules.flatMap((rule) => rule.origins.map(({ section, requirement }) => `${requirement} ${section}`)),
      );
    const left = some.excluded
      .filter(({ ports }) => ports.length > 0)
      .flatMap(({ requirement, at }) => at.map(({ section, row }) => `${requirement} ${section}#${row ?? ''}`));
    expect(new Set([...origins(some), ...left])).toEqual(new Set(origins(all)));
  });
});

describe('a name that the profile does not say', () => {
  it('leaves its rows out with a warning, and widens nothing', () => {
    const unnamed = { cloud: 'public', region: 'eastus2' } as const;
    const { diagnostics, excluded, policy } = plan(unnamed, { edition });
    const missing = excluded.filter(({ because }) => because.kind === 'missing-name');
    expect(missing.map(({ destination }) => destination)).toContain('<storage>.blob.core.windows.net');
    expect(diagnostics.filter(({ code }) => code === 'catalog/missing-name')).toHaveLength(missing.length);
    expect(JSON.stringify(policy)).not.toContain('<');
  });
});

it('writes a condition as a person reads it', () => {
  expect(
    predicateText({
      all: [{ has: ['images', 'custom'] }, { not: { any: [{ equals: ['hbi', true] }, { equals: ['region', 'x'] }] } }],
    }),
  ).toBe('images has custom and (not (hbi is true or region is x))');
});
