import { expect, it } from 'vitest';
import * as main from '../src/index.js';
import * as node from '../src/node.js';
import * as random from '../src/random.js';

it('exports these names, and no others', () => {
  expect(Object.keys(main).toSorted()).toEqual([
    'by',
    'conformance',
    'decideBy',
    'diagnosticsPage',
    'draft',
    'fixtures',
    'hostileTexts',
    'longTexts',
    'policy',
    'refusedTexts',
    'route',
    'rule',
    'supportOf',
    'tag',
    'to',
  ]);
  expect(Object.keys(random).toSorted()).toEqual([
    'covering',
    'flows',
    'hostileText',
    'hosts',
    'manyFlows',
    'policies',
    'policiesByAddress',
    'rules',
    'rulesTo',
    'singleRules',
    'singles',
  ]);
  expect(Object.keys(node).toSorted()).toEqual(['command', 'folder', 'ownCases', 'textFile', 'textsAt']);
});
