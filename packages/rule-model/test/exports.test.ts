import * as model from '@azureml-firewall/rule-model';
import * as schema from '@azureml-firewall/rule-model/schema';
import { expect, it } from 'vitest';

it('the package exports these names and no other', () => {
  expect(Object.keys(model).toSorted()).toEqual([
    'accepted',
    'anyPort',
    'checkPolicy',
    'clouds',
    'destinationText',
    'entriesOf',
    'entriesOfRule',
    'familyOf',
    'isCloud',
    'mergePorts',
    'messageOf',
    'necessities',
    'normalize',
    'normalizeRule',
    'parseCidr',
    'parseDestination',
    'parseHostname',
    'parsePortRange',
    'parsePorts',
    'parseServiceTagName',
    'parseSingleLine',
    'parseUrlPath',
    'portText',
    'portsContain',
    'refused',
    'serviceText',
    'sourceText',
  ]);
  expect(Object.keys(schema)).toEqual(['policySchema']);
});

it('a cloud is one of the three', () => {
  expect([...model.clouds, 'germany', 'toString', ''].filter(model.isCloud)).toEqual(['public', 'usgov', 'china']);
});
