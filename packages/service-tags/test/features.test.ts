import { featureWarnings, type NetworkFeature } from '@azureml-firewall/service-tags';
import { expect, it } from 'vitest';
import { documentOf, oddNames } from './support/documents.js';

const document = documentOf({ ...oddNames, Silent: { features: [] } });

it.each<[NetworkFeature, string, readonly string[]]>([
  ['FW', 'Storage', []],
  ['NSG', 'AzureCloud', []],
  ['FW', 'AzureCloud', ['service-tags/feature-missing']],
  ['UDR', 'azurecloud', ['service-tags/feature-missing']],
  ['NSG', 'Silent', ['service-tags/feature-missing']],
  ['NSG', 'AzureMachineLearning.EastUS2', ['service-tags/features-unstated']],
  ['NSG', 'VirtualNetwork', []],
])('%s and %s: %j', (feature, tag, codes) => {
  const warnings = featureWarnings(document, [tag], feature);
  expect(warnings.map(({ code }) => code)).toEqual(codes);
  expect(warnings.every(({ severity }) => severity === 'warning')).toBe(true);
});

it('names what the document lists', () => {
  expect(featureWarnings(document, ['AzureCloud', 'Silent'], 'FW').map(({ data }) => data['features'])).toEqual([
    ['API', 'NSG'],
    ['none'],
  ]);
});
