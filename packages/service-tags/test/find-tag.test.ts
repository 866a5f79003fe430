import { findTag, prefixesOf } from '@azureml-firewall/service-tags';
import { describe, expect, it } from 'vitest';
import { documentOf, download, oddNames, parsed } from './support/documents.js';

const document = documentOf(oddNames);

function found(name: string): readonly [tag: string | undefined, ...codes: string[]] {
  const { tag, diagnostics } = findTag(document, name);
  return [tag?.name, ...diagnostics.map(({ code }) => code)];
}

describe('findTag finds', () => {
  it('every name of the document as it is', () => {
    expect(Object.keys(oddNames).map(found)).toEqual(Object.keys(oddNames).map((name) => [name]));
  });

  it.each([
    ['storage.eastus2', 'Storage.EastUS2'],
    ['AZUREACTIVEDIRECTORY', 'AzureActiveDirectory'],
    ['AzureFrontDoor.FrontEnd', 'AzureFrontDoor.Frontend'],
    ['AzureCloud.EastUS2', 'AzureCloud.eastus2'],
  ])('%s in another case', (printed, tag) => {
    expect(found(printed)).toEqual([tag, 'service-tags/tag-spelling']);
  });

  it.each([
    ['ContainerRegistry', 'AzureContainerRegistry'],
    ['Frontdoor.FirstParty', 'AzureFrontDoor.FirstParty'],
    ['Keyvault', 'AzureKeyVault'],
    ['Keyvault.EastUS2', 'AzureKeyVault.EastUS2'],
    ['KeyVault.germanywc', 'AzureKeyVault.GermanyWestCentral'],
  ])('%s, as pages print it', (printed, tag) => {
    expect(found(printed)).toEqual([tag, 'service-tags/tag-renamed']);
  });

  it.each([
    ['AzureCloud.GermanyWestCentral', 'AzureCloud.germanywc'],
    ['AzureCloud.germanywestcentral', 'AzureCloud.germanywc'],
    ['Storage.germanywc', 'Storage.GermanyWestCentral'],
  ])('%s, whose region has two names', (printed, tag) => {
    expect(found(printed)).toEqual([tag, 'service-tags/region-spelling']);
  });
});

describe('findTag finds nothing', () => {
  it.each([
    ['VirtualNetwork', 'service-tags/virtual-tag'],
    ['azureloadbalancer', 'service-tags/virtual-tag'],
    ['Internet', 'service-tags/virtual-tag'],
    ['Storage.WestUS', 'service-tags/not-in-region'],
    ['Keyvault.WestUS', 'service-tags/not-in-region'],
    ['AzureMachineLearning.GermanyWestCentral', 'service-tags/not-in-region'],
    ['AzureCloud.EastUS2Stage', 'service-tags/not-in-region'],
    ['AzureContainerRegistry.AzureAppServiceUx', 'service-tags/not-in-region'],
    ['AzureFrontDoor', 'service-tags/unknown-tag'],
    ['AzureFrontDoor.WestUS', 'service-tags/unknown-tag'],
    ['AzureMachineLearningInfer', 'service-tags/unknown-tag'],
    ['Keyvaults', 'service-tags/unknown-tag'],
    ['__proto__', 'service-tags/unknown-tag'],
    ['.EastUS2', 'service-tags/unknown-tag'],
    ['', 'service-tags/unknown-tag'],
  ])('for %j and says %s', (name, code) => {
    expect(found(name)).toEqual([undefined, code]);
  });

  it('where a cloud has never had the tag', () => {
    for (const cloud of ['AzureGovernment', 'China']) {
      const { tag, diagnostics } = findTag(parsed(download({ Storage: {} }, { cloud })), 'Frontdoor.FirstParty');
      expect([tag, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['service-tags/absent-in-cloud']]);
    }
    expect(findTag(documentOf({ Storage: {} }), 'Frontdoor.FirstParty').diagnostics[0]?.code).toBe(
      'service-tags/unknown-tag',
    );
  });

  it('and names what it knows', () => {
    expect(findTag(document, 'keyvault.westus').diagnostics).toEqual([
      {
        code: 'service-tags/not-in-region',
        severity: 'warning',
        data: { tag: 'AzureKeyVault.westus', base: 'AzureKeyVault', document: 'Public download 375' },
      },
    ]);
  });
});

describe('prefixesOf', () => {
  it('gives the dated prefixes of a tag, as a policy holds them', () => {
    expect(prefixesOf(document, 'Keyvault.EastUS2')).toEqual({
      document: 'Public download 375',
      prefixes: ['203.0.113.7/32', '2603:1030::8/127'],
    });
  });

  it('gives nothing for no tag and for a tag without prefixes', () => {
    expect(prefixesOf(document, 'VirtualNetwork')).toBeUndefined();
    expect(prefixesOf(documentOf({ Storage: { prefixes: [] } }), 'Storage')).toBeUndefined();
  });
});
