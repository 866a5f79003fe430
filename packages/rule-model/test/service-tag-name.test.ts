import { parseServiceTagName } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { outcome } from './support/outcome.js';

describe('parseServiceTagName', () => {
  it.each([
    'AzureMachineLearning',
    'Storage.EastUS2',
    'AzureCloud.germanywc',
    'Dynamics365ForMarketingEmail',
    'M365.A.B',
  ])('keeps %s as it is spelt', (tag) => {
    expect(outcome(parseServiceTagName(tag))).toBe(tag);
  });

  it.each([
    ['nothing', ''],
    ['a placeholder', 'Storage.<region>'],
    ['a leading digit', '365Tag'],
    ['an empty part', 'Storage..EastUS2'],
    ['a trailing dot', 'Storage.'],
    ['a space', 'Azure Cloud'],
    ['a hyphen', 'Azure-Cloud'],
    ['an underscore', 'Azure_Cloud'],
    ['a star', 'Storage.*'],
    ['a line break', 'Storage\n'],
    ['letters beyond ASCII', 'Storäge'],
    ['81 characters', 'A'.repeat(81)],
  ])('refuses %s', (_, tag) => {
    expect(outcome(parseServiceTagName(tag))).toBe('service-tag/not-a-name');
  });
});
