import { describe, expect, it } from 'vitest';
import { exact, inexact, omitted, qualify, unite, type Lowered, type NonEmpty, type Outcome } from '../src/index.js';

function part(outcome: Outcome): Lowered<string> {
  if (outcome === 'exact') return exact(outcome);
  return outcome === 'omitted' ? omitted(outcome) : inexact(outcome, [outcome], outcome);
}

describe('unite', () => {
  it.each<[NonEmpty<Outcome>, Outcome]>([
    [['exact'], 'exact'],
    [['exact', 'exact'], 'exact'],
    [['exact', 'widened'], 'widened'],
    [['exact', 'omitted'], 'narrowed'],
    [['narrowed', 'omitted'], 'narrowed'],
    [['widened', 'omitted'], 'approximated'],
    [['widened', 'narrowed'], 'approximated'],
    [['exact', 'approximated'], 'approximated'],
    [['omitted', 'omitted'], 'omitted'],
  ])('of %j is %s', (outcomes, expected) => {
    const [first, ...rest] = outcomes;
    expect(unite([part(first), ...rest.map(part)]).outcome).toBe(expected);
  });

  it('keeps the nodes of all parts, and of the findings what is lost', () => {
    expect(unite([part('widened'), part('exact'), part('omitted')])).toEqual({
      outcome: 'approximated',
      nodes: ['widened', 'exact'],
      finding: { code: 'omitted', data: {} },
    });
  });
});

describe('qualify', () => {
  it.each<[Outcome, 'widened' | 'narrowed', Outcome, string]>([
    ['exact', 'narrowed', 'narrowed', 'more'],
    ['exact', 'widened', 'widened', 'more'],
    ['narrowed', 'narrowed', 'narrowed', 'narrowed'],
    ['widened', 'narrowed', 'approximated', 'widened'],
    ['approximated', 'widened', 'approximated', 'approximated'],
    ['omitted', 'narrowed', 'omitted', 'omitted'],
  ])('makes of %s by one more %s %s, and says %s', (outcome, more, expected, code) => {
    expect(qualify(part(outcome), more, { code: 'more', data: {} })).toMatchObject({
      outcome: expected,
      finding: { code },
    });
  });
});
