import * as tags from '@azureml-firewall/service-tags';
import { expect, it } from 'vitest';

it('the package exports these names and no other', () => {
  expect(Object.keys(tags).toSorted()).toEqual([
    'diffServiceTags',
    'featureWarnings',
    'findTag',
    'guard',
    'parseServiceTags',
    'prefixesOf',
    'resolveServiceTags',
    'rulesAffected',
    'serviceTagMessages',
    'usedTags',
    'whichTags',
  ]);
});
