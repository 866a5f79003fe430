import { describe, expect, it } from 'vitest';
import { guardFeeds, type Artifact } from '../src/index.js';

function feed(path: string, lines: number): Artifact {
  return { path, text: Array.from({ length: lines }, (_, i) => `192.0.2.${i}/32\n`).join(''), spans: [] };
}

describe('guardFeeds', () => {
  it.each<[string, number, number, number | undefined]>([
    ['grown', 10, 11, undefined],
    ['half of it', 10, 5, undefined],
    ['less than half', 10, 4, 4],
    ['empty', 1, 0, 0],
  ])('knows a list that is %s', (_, before, after, found) => {
    expect(guardFeeds([feed('a', before)], [feed('a', after)])).toEqual(
      found === undefined ? [] : [{ path: 'a', before, after: found }],
    );
  });

  it('names lists that are gone, and new ones that are empty', () => {
    expect(guardFeeds([feed('old', 3)], [feed('new', 2), feed('none', 0)])).toEqual([
      { path: 'old', before: 3, after: 0 },
      { path: 'none', before: 0, after: 0 },
    ]);
  });

  it('takes the share that is given', () => {
    expect(guardFeeds([feed('a', 10)], [feed('a', 8)], 0.1)).toHaveLength(1);
    expect(guardFeeds([feed('a', 10)], [feed('a', 1)], 0.9)).toEqual([]);
  });

  it.each([30, -0.1, Number.NaN])('refuses a share of %d, with which a list may lose everything', (share) => {
    expect(() => guardFeeds([feed('a', 10)], [feed('a', 1)], share)).toThrow('expected a share from 0 to 1');
  });
});
