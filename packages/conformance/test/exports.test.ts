import { expect, it } from 'vitest';
import * as main from '../src/index.js';
import * as node from '../src/node.js';

it('exports these names, and no others', () => {
  expect(Object.keys(main).toSorted()).toEqual([
    'by',
    'conformance',
    'decideBy',
    'diagnosticsPage',
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
  expect(Object.keys(node).toSorted()).toEqual(['command', 'folder', 'ownCases', 'textFile', 'textsAt']);
});
