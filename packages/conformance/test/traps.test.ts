import { describe, expect, it } from 'vitest';
import { watched } from '../src/traps.js';

describe('watched', () => {
  it.each<[string, () => unknown]>([
    ['Date', () => Date.now()],
    ['Date', () => new Date(0)],
    ['Math.random', () => Math.random()],
    ['Intl.NumberFormat', () => new Intl.NumberFormat('de')],
    ['String.prototype.localeCompare', () => 'a'.localeCompare('b')],
    ['Number.prototype.toLocaleString', () => (1).toLocaleString()],
    ['performance', () => performance.now()],
    ['console.debug', () => console.debug.name],
  ])('tells of %s', (name, run) => {
    expect(watched(run).touched).toContain(name);
  });

  it('returns what the function does, and tells of nothing that is the same everywhere', () => {
    expect(watched(() => ['b', 'a'].toSorted().join().toUpperCase())).toEqual({ value: 'A,B', touched: [] });
  });

  it('leaves the platform as it was, also when something is thrown', () => {
    const before = [Date, Math.random, Object.getOwnPropertyDescriptor(String.prototype, 'localeCompare')];
    const fail = (): never => {
      throw new Error('on purpose');
    };
    expect(() => watched(fail)).toThrow('on purpose');
    expect([Date, Math.random, Object.getOwnPropertyDescriptor(String.prototype, 'localeCompare')]).toEqual(before);
    expect(new Date(0) instanceof Date).toBe(true);
  });
});
