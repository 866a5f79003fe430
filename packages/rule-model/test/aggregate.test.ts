import { aggregateCidrs, parseCidr, sortCidrs } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixes } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { fewest, held, lists, universes } from './support/naive-set.js';

describe('aggregateCidrs', () => {
  it('keeps the set of addresses, in the fewest prefixes', () => {
    holds(
      fc.property(lists, (list) => {
        const aggregated = aggregateCidrs(list);
        const needed = universes.map((universe) => {
          expect(held(universe, aggregated)).toEqual(held(universe, list));
          return fewest(held(universe, list));
        });
        expect(aggregated).toHaveLength(needed.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it('does not see order and repetition, and changes nothing the second time', () => {
    holds(
      fc.property(fc.array(prefixes, { maxLength: 30 }), (list) => {
        const once = aggregateCidrs(list);
        expect(aggregateCidrs([...list.toReversed(), ...list])).toEqual(once);
        expect(aggregateCidrs(once)).toEqual(once);
        expect(sortCidrs(once)).toEqual(once);
      }),
    );
  });

  it('gives the same for a long list as for the aggregates of its parts', () => {
    const offsets = fc.array(fc.nat(0xffff), { minLength: 2000, maxLength: 4000 });
    const both = offsets.map((list) =>
      list.flatMap((n) => [`10.9.${n >> 8}.${n & 255}/32`, `${hexAddress(n)}/${n % 2 === 0 ? 127 : 128}`]),
    );
    fc.assert(
      fc.property(both, (list) => {
        const parts = Array.from({ length: 10 }, (_, part) => list.filter((_text, i) => i % 10 === part));
        expect(aggregateCidrs(parts.flatMap((part) => aggregateCidrs(part)))).toEqual(aggregateCidrs(list));
      }),
      { seed: 20210914, numRuns: 5 },
    );
  });

  it.each([
    [[], []],
    [['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/0']],
    [['8000::/1', '::/1'], ['::/0']],
    [
      ['10.0.1.0/24', '10.0.2.0/24'],
      ['10.0.1.0/24', '10.0.2.0/24'],
    ],
    [['10.0.0.0/24', '10.0.0.128/25', '10.0.1.0/24'], ['10.0.0.0/23']],
    [
      ['2603:1030:0:0::/64', '10.0.0.1'],
      ['10.0.0.1/32', '2603:1030::/64'],
    ],
    [
      ['200.0.0.0/8', '::/128', '9.0.0.0/8'],
      ['9.0.0.0/8', '200.0.0.0/8', '::/128'],
    ],
  ])('makes of %j the list %j', (list, aggregated) => {
    expect(aggregateCidrs(list)).toEqual(aggregated);
  });

  it.each(['10.0.0.1/8', 'Storage', ''])('throws for %j, which no parser has let through', (text) => {
    expect(() => aggregateCidrs(['10.0.0.0/8', text])).toThrow(RangeError);
  });
});

/** Lower-case groups under 2001:db8::, written as the parser would. */
function hexAddress(n: number): string {
  const parsed = parseCidr(`2001:db8:${(n >> 8).toString(16)}::${(n & 254).toString(16)}`);
  return parsed.ok ? parsed.value.slice(0, -4) : '';
}

describe('sortCidrs', () => {
  it('puts IPv4 before IPv6, addresses in order, wide before narrow, each once', () => {
    expect(sortCidrs(['::/0', '10.0.0.0/9', '9.0.0.0/8', '::/0', '10.0.0.0/8', '1::/16', '100.0.0.0/8'])).toEqual([
      '9.0.0.0/8',
      '10.0.0.0/8',
      '10.0.0.0/9',
      '100.0.0.0/8',
      '::/0',
      '1::/16',
    ]);
  });

  it('keeps every prefix', () => {
    holds(
      fc.property(fc.array(prefixes, { maxLength: 30 }), (list) => {
        expect(sortCidrs(list).toSorted()).toEqual([...new Set(list)].toSorted());
      }),
    );
  });
});
