import {
  destinationText,
  entriesOf,
  entriesOfRule,
  normalize,
  serviceText,
  sourceText,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { policy } from './support/policy.js';

describe('entriesOf', () => {
  it('takes each destination with each service, in the order of the rules', () => {
    const ids = entriesOf(policy).map(({ id }) => id);
    expect(ids).toHaveLength(6 * 2 + 1 + 1);
    expect(ids.slice(0, 3)).toEqual([
      'storage-hosts|contosoml.blob.core.windows.net|tcp/443',
      'storage-hosts|contosoml.blob.core.windows.net|udp/53,8704-8710',
      'storage-hosts|*.azureml.ms|tcp/443',
    ]);
    expect(ids.slice(-2)).toEqual(['all-else|0.0.0.0/0|tcp/*', 'pypi|pypi.org|tcp/443']);
  });

  it('gives each entry its rule, destination and service', () => {
    for (const { id, rule, destination, service } of entriesOf(policy)) {
      expect(id).toBe(`${rule.id}|${destinationText(destination)}|${serviceText(service)}`);
      expect(rule.destinations).toContain(destination);
      expect(rule.services).toContain(service);
    }
  });

  it('has unique ids in a normalized policy', () => {
    holds(
      fc.property(policies, (any) => {
        const ids = entriesOf(normalize(any)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('is the entries of its rules', () => {
    const rules = policy.collections.flatMap((collection) => collection.rules);
    expect(entriesOf(policy)).toEqual(rules.flatMap(entriesOfRule));
  });
});

describe('sourceText', () => {
  it('writes each kind as a person does', () => {
    expect(sourceText({ kind: 'any' })).toBe('*');
    expect(sourceText({ kind: 'cidr', prefix: '10.20.0.0/16' })).toBe('10.20.0.0/16');
    expect(sourceText({ kind: 'service-tag', tag: 'AzureMachineLearning' })).toBe('AzureMachineLearning');
  });
});
