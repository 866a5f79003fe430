import * as model from '@azureml-firewall/rule-model';
import * as schema from '@azureml-firewall/rule-model/schema';
import { expect, it } from 'vitest';

it('the package exports these names and no other', () => {
  expect(Object.keys(model).toSorted()).toEqual([
    'accepted',
    'aggregateCidrs',
    'anyPort',
    'checkPolicy',
    'cidrsContain',
    'cidrsOverlap',
    'clouds',
    'compileEvaluator',
    'compileExplainer',
    'countAddresses',
    'destinationText',
    'diffPolicies',
    'entriesOf',
    'entriesOfRule',
    'evaluate',
    'explain',
    'explainMessages',
    'familyOf',
    'fitCidrs',
    'foldCovered',
    'indexCidrs',
    'intersectCidrs',
    'isCloud',
    'mergePorts',
    'messageOf',
    'necessities',
    'newScan',
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
    'refuseUnknownNames',
    'refused',
    'review',
    'reviewMessages',
    'scanAddress',
    'scanCidr',
    'serviceText',
    'sharedDomains',
    'sortCidrs',
    'sourceText',
    'stableHash',
    'subtractCidrs',
  ]);
  expect(Object.keys(schema)).toEqual(['policySchema']);
});

it('a cloud is one of the three', () => {
  expect([...model.clouds, 'germany', 'toString', ''].filter(model.isCloud)).toEqual(['public', 'usgov', 'china']);
});
