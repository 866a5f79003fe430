import * as fc from 'fast-check';
import { describe as group, expect, it } from 'vitest';
import { clip, describe } from '../src/index.js';
import { rule } from './support/toy.js';

const origin = { edition: '2021-09-14', section: 'table#1', source: 'https://example.com/page' };
const net = { kind: 'cidr', prefix: '192.0.2.0/24' } as const;
const signIn = rule('sign-in', [net], { purpose: 'Sign in with Microsoft Entra ID' });

group('clip', () => {
  it.each<[number, string]>([
    [100, 'a purpose [id]'],
    [14, 'a purpose [id]'],
    [13, 'a purpo… [id]'],
    [8, 'a… [id]'],
    [6, '… [id]'],
    [5, ' [id]'],
    [4, ' [i…'],
    [1, '…'],
    [0, ''],
  ])('to %i characters', (limit, expected) => {
    expect(clip('a purpose', ' [id]', limit)).toBe(expected);
  });

  it('never passes the limit and never splits a surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', maxLength: 9 }),
        fc.nat(30),
        (text, kept, limit) => {
          const clipped = clip(text, kept, limit);
          expect(clipped.length).toBeLessThanOrEqual(limit);
          expect(clipped).not.toMatch(/\p{Cs}/u);
          if (text.length + kept.length <= limit) expect(clipped).toBe(text + kept);
          if (kept.length <= limit) expect(clipped.endsWith(kept)).toBe(true);
        },
      ),
      { seed: 1, numRuns: 1000 },
    );
  });
});

group('describe', () => {
  it('says the purpose, the requirement and the edition', () => {
    expect(describe(signIn, 200)).toBe('Sign in with Microsoft Entra ID [sign-in; 2021-09-14]');
  });

  it('adds the caution', () => {
    expect(describe({ ...signIn, caution: 'Opens all tenants' }, 200)).toBe(
      'Sign in with Microsoft Entra ID. Caution: Opens all tenants [sign-in; 2021-09-14]',
    );
  });

  it('names each requirement and edition once', () => {
    const origins = [
      { ...origin, requirement: 'a' },
      { ...origin, requirement: 'b' },
      { ...origin, requirement: 'a', edition: 'profile' },
    ];
    expect(describe({ ...signIn, origins }, 200)).toMatch(/ \[a, b; 2021-09-14, profile\]$/);
  });

  it('cuts the purpose, never the reference', () => {
    expect(describe(signIn, 40)).toBe('Sign in with Micr… [sign-in; 2021-09-14]');
  });
});
