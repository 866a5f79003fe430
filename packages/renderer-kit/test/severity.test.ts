import { describe, expect, it } from 'vitest';
import { outcomes, severityOf, type Outcome } from '../src/index.js';

const needs = ['required', 'recommended', 'optional'] as const;

describe('severity', () => {
  it.each<[Outcome, readonly string[]]>([
    ['exact', ['info', 'info', 'info']],
    ['widened', ['warning', 'warning', 'warning']],
    ['narrowed', ['warning', 'warning', 'warning']],
    ['approximated', ['warning', 'warning', 'warning']],
    ['omitted', ['error', 'warning', 'info']],
  ])('of an allow that is %s: %j by need', (outcome, expected) => {
    expect(needs.map((need) => severityOf(outcome, 'allow', need))).toEqual(expected);
  });

  it.each<[Outcome, readonly string[]]>([
    ['exact', ['info', 'info', 'info']],
    ['widened', ['error', 'warning', 'info']],
    ['narrowed', ['error', 'error', 'error']],
    ['approximated', ['error', 'error', 'error']],
    ['omitted', ['error', 'error', 'error']],
  ])('of a deny that is %s: %j by need', (outcome, expected) => {
    expect(needs.map((need) => severityOf(outcome, 'deny', need))).toEqual(expected);
  });

  it('is asked for five outcomes', () => {
    expect(outcomes).toEqual(['exact', 'widened', 'narrowed', 'approximated', 'omitted']);
  });
});
