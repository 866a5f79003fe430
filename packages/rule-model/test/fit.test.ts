import { aggregateCidrs, cidrsContain, countAddresses, fitCidrs } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixes } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { cheapest, held, lists, universes } from './support/naive-set.js';

function byFamily(list: readonly string[]): readonly [number, number] {
  const ipv6 = list.filter((prefix) => prefix.includes(':')).length;
  return [list.length - ipv6, ipv6];
}

describe('fitCidrs', () => {
  it('holds the list within the limit, and adds no more than the best of all ways', () => {
    holds(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), (list, limit) => {
        const { prefixes: fitted, added } = fitCidrs(list, limit);
        const [ipv4, ipv6] = universes.map((universe) => BigInt(cheapest(held(universe, list), limit)));
        expect(added).toEqual({ ipv4, ipv6 });
        expect(Math.max(...byFamily(fitted))).toBeLessThanOrEqual(limit);
        expect(cidrsContain(fitted, list)).toBe(true);
        expect(aggregateCidrs(fitted)).toEqual(fitted);
      }),
    );
  });

  it('says exactly how many addresses were added, however wide the prefixes are', () => {
    const cases = fc.tuple(fc.array(prefixes, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }));
    holds(
      fc.property(cases, ([list, limit]) => {
        const { prefixes: fitted, added } = fitCidrs(list, limit);
        const [before, after] = [countAddresses(list), countAddresses(fitted)];
        expect(added).toEqual({ ipv4: after.ipv4 - before.ipv4, ipv6: after.ipv6 - before.ipv6 });
        expect(cidrsContain(fitted, list)).toBe(true);
      }),
    );
  });

  it('only aggregates what fits', () => {
    const list = ['10.0.1.0/24', '10.0.0.0/24', '::/128'];
    expect(fitCidrs(list, 1)).toEqual({ prefixes: ['10.0.0.0/23', '::/128'], added: { ipv4: 0n, ipv6: 0n } });
  });

  it('takes a limit for each family', () => {
    const list = ['10.0.0.0/32', '10.0.0.3/32', '::/128', '::3/128'];
    expect(fitCidrs(list, { ipv4: 1, ipv6: 2 })).toEqual({
      prefixes: ['10.0.0.0/30', '::/128', '::3/128'],
      added: { ipv4: 2n, ipv6: 0n },
    });
  });

  it('does better than joining the cheapest neighbours one after another', () => {
    // Each pair costs two addresses and saves one prefix; the three at 10.0.2.0 cost three and save two.
    const pairs = ['10.0.0.0/32', '10.0.0.2/32', '10.0.1.0/32', '10.0.1.2/32'];
    expect(fitCidrs([...pairs, '10.0.2.0/32', '10.0.2.4/30', '10.0.2.8/29'], 5)).toEqual({
      prefixes: [...pairs, '10.0.2.0/28'],
      added: { ipv4: 3n, ipv6: 0n },
    });
  });

  it.each([0, -1, 1.5, NaN])('throws for a limit of %d', (limit) => {
    expect(() => fitCidrs([], limit)).toThrow(RangeError);
  });
});
