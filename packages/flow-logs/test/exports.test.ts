import * as logs from '@azureml-firewall/flow-logs';
import { expect, it } from 'vitest';

it('exports what the README names, and nothing by accident', () => {
  expect(Object.keys(logs).toSorted()).toEqual([
    'denialJudge',
    'isLogFormat',
    'lineReader',
    'lineSplitter',
    'logFormats',
    'longestLine',
    'tallier',
  ]);
});

it('knows its formats by name', () => {
  expect(logs.isLogFormat('squid')).toBe(true);
  expect(logs.isLogFormat('syslog')).toBe(false);
});
