import { aggregateCidrs, cidrsContain, subtractCidrs } from '@azureml-firewall/rule-model';
import {
  diffServiceTags,
  featureWarnings,
  findTag,
  guard,
  parseServiceTags,
  whichTags,
} from '@azureml-firewall/service-tags';
import { describe, expect, it } from 'vitest';
import { areAbsent, needed, realBytes, realDocument } from './support/real-documents.js';

function prefixCount({ tags }: ReturnType<typeof realDocument>): number {
  return tags.reduce((sum, { prefixes }) => sum + prefixes.length, 0);
}

describe.skipIf(areAbsent)(`Microsoft's documents (${needed})`, () => {
  it.each([
    ['Public_20210913', 'Public download 166', 2280, 48661],
    ['Public_20251028', 'Public download 375', 3039, 93362],
    ['AzureGovernment_20210913', 'AzureGovernment download 166', 282, 3593],
    ['AzureGovernment_20260720', 'AzureGovernment download 402', 299, 6591],
    ['China_20210913', 'China download 165', 272, 2739],
    ['China_20260720', 'China download 405', 327, 4390],
  ])('%s is read without a word', (name, label, tags, prefixes) => {
    const result = parseServiceTags(realBytes(name));
    expect(result).toMatchObject({ ok: true, document: { label }, diagnostics: [] });
    const document = realDocument(name);
    expect([document.tags.length, prefixCount(document)]).toEqual([tags, prefixes]);
  });

  it('all prefixes aggregate to as many as other tools find', () => {
    const all = realDocument('Public_20251028').tags.flatMap(({ prefixes }) => prefixes);
    const fewest = aggregateCidrs(all);
    const ipv4 = fewest.filter((prefix) => !prefix.includes(':')).length;
    expect([ipv4, fewest.length - ipv4]).toEqual([1887, 1238]);
    expect(cidrsContain(fewest, all)).toBe(true);
    expect(subtractCidrs(fewest, all)).toEqual([]);
  });

  it.each([
    ['AzureFrontDoor.FrontEnd', 'AzureFrontDoor.Frontend'],
    ['Frontdoor.FirstParty', 'AzureFrontDoor.FirstParty'],
    ['ContainerRegistry.westus', 'AzureContainerRegistry.WestUS'],
    ['Keyvault.brazilsoutheast', 'AzureKeyVault.BrazilSoutheast'],
    ['AzureCloud.germanywestcentral', 'AzureCloud.germanywc'],
    ['AzureCloud.francecentral', 'AzureCloud.centralfrance'],
    ['AzureCloud.southcentralusstg', 'AzureCloud.usstagec'],
    ['Storage.eastus2', 'Storage.EastUS2'],
  ])('%s is found as %s', (printed, tag) => {
    expect(findTag(realDocument('Public_20251028'), printed).tag?.name).toBe(tag);
  });

  it('the tag of all regions holds more than those of the regions together', () => {
    const { tags } = realDocument('Public_20251028');
    const regional = tags
      .filter(({ name }) => name.startsWith('AzureMachineLearning.'))
      .flatMap(({ prefixes }) => prefixes);
    const global = tags.find(({ name }) => name === 'AzureMachineLearning')?.prefixes ?? [];
    expect(subtractCidrs(global, regional).length).toBeGreaterThan(0);
  });

  it('every tag is named for the first address of each of its prefixes', () => {
    const document = realDocument('AzureGovernment_20260720');
    const which = whichTags(document);
    for (const { name, prefixes } of document.tags)
      for (const prefix of prefixes) expect(which(prefix.split('/')[0] ?? '')).toContain(name);
  });

  it('a week changes a few tags and passes the guard', () => {
    const [before, after] = [realDocument('China_20260713'), realDocument('China_20260720')];
    const diff = diffServiceTags(before, after);
    expect(diff.ok && diff.value.changed.length).toBeGreaterThan(0);
    expect(diff.ok && diff.value.changed.length).toBeLessThan(60);
    const neededTags = ['AzureMachineLearning', 'Storage.ChinaNorth3', 'Frontdoor.FirstParty'];
    expect(guard(after, neededTags, { previous: before })).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'service-tags/absent-in-cloud' }],
    });
  });

  it('China does not list route tables and firewalls for tags that a workspace uses', () => {
    const warnings = featureWarnings(realDocument('China_20260720'), ['BatchNodeManagement', 'Storage'], 'UDR');
    expect(warnings.map(({ code }) => code)).toEqual(Array(2).fill('service-tags/feature-missing'));
  });
});
