import { messageOf, type Diagnostic } from '@azureml-firewall/rule-model';
import {
  featureWarnings,
  findTag,
  guard,
  parseServiceTags,
  resolveServiceTags,
  serviceTagMessages,
  type ServiceTagCode,
} from '@azureml-firewall/service-tags';
import { expect, it } from 'vitest';
import { answer, documentOf, download, oddNames, parsed } from './support/documents.js';
import { policyOf, ruleTo, tagNamed } from './support/policies.js';

const document = documentOf({ ...oddNames, EmptyTag: { prefixes: [] } });
const names = ['storage', 'Keyvault', 'AzureCloud.GermanyWestCentral', 'NoSuchTag', 'Storage.WestUS', 'VirtualNetwork'];
const odd = parseServiceTags({ ...download({ Storage: { prefixes: ['::/0', '::/0'] } }), more: 1 });
const government = parsed(download(oddNames, { cloud: 'AzureGovernment' }));
const { 'AzureFrontDoor.FirstParty': _, ...withoutFirstParty } = oddNames;

/** Every diagnostic that this package gives. */
const given: readonly Diagnostic<ServiceTagCode>[] = [
  ...(odd.ok ? odd.diagnostics : []),
  ...names.flatMap((name) => findTag(document, name).diagnostics),
  ...findTag(parsed(download(withoutFirstParty, { cloud: 'China' })), 'AzureFrontDoor.FirstParty').diagnostics,
  ...resolveServiceTags(policyOf([ruleTo('r', [tagNamed('EmptyTag')])]), document, {
    virtual: { VirtualNetwork: ['x'], Storage: [] },
  }).diagnostics,
  ...resolveServiceTags(policyOf([]), government).diagnostics,
  ...featureWarnings(document, ['AzureCloud', 'AzureMachineLearning.EastUS2'], 'UDR'),
  ...guard(document, ['NoSuchTag', 'EmptyTag'], { previous: parsed(answer(oddNames)) }).diagnostics,
  ...guard(document, ['AzureMonitor', 'Storage'], {
    previous: documentOf({ Storage: { prefixes: ['10.0.0.0/8'] } }),
  }).diagnostics,
];

it('every code is given somewhere, and every text finds its facts', () => {
  expect([...new Set(given.map(({ code }) => code))].toSorted()).toEqual(Object.keys(serviceTagMessages).toSorted());
  for (const { code, data } of given) expect(messageOf(serviceTagMessages[code], data)).not.toMatch(/[{}]/);
});
