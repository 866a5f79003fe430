import { stableName } from '@azureml-firewall/renderer-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const rules = { limit: 31, illegal: /[^A-Za-z0-9_-]/g, fill: '-' };

it('keeps a text that is legal and short enough', () => {
  expect(stableName('entra-id-hosts', rules)).toBe('entra-id-hosts');
});

it('keeps the head of a long text, and tells two that differ only at the end apart', () => {
  const long = 'a'.repeat(40);
  expect(stableName(`${long}1`, rules)).toMatch(/^a{22}-[a-z0-9]{8}$/);
  expect(stableName(`${long}1`, rules)).not.toBe(stableName(`${long}2`, rules));
});

it('tells texts apart that differ only in what is illegal', () => {
  expect(new Set(['a b', 'a/b', 'a.b', 'a-b'].map((text) => stableName(text, rules))).size).toBe(4);
});

it('makes a legal name of whatever text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(stableName(text, rules)).toMatch(/^[A-Za-z0-9_-]{1,31}$/);
    }),
    { seed: 20261124 },
  );
});
