import { describe, expect, it } from 'vitest';
import { exact, inexact, omitted } from '../src/index.js';

describe('verdicts', () => {
  it('are plain data', () => {
    expect(exact('a', 'b')).toEqual({ outcome: 'exact', nodes: ['a', 'b'] });
    expect(inexact('widened', ['a'], 'toy/code', { by: 'tag' })).toEqual({
      outcome: 'widened',
      nodes: ['a'],
      finding: { code: 'toy/code', data: { by: 'tag' } },
    });
    expect(omitted('toy/code')).toEqual({ outcome: 'omitted', finding: { code: 'toy/code', data: {} } });
  });
});
