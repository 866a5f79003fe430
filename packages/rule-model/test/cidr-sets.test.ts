import {
  aggregateCidrs,
  cidrsContain,
  cidrsOverlap,
  countAddresses,
  intersectCidrs,
  subtractCidrs,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { held, lists, universes } from './support/naive-set.js';

const pairs = fc.tuple(lists, lists);

it('subtracts, intersects and compares as sets of addresses do', () => {
  holds(
    fc.property(pairs, ([a, b]) => {
      const [less, both] = [subtractCidrs(a, b), intersectCidrs(a, b)];
      for (const universe of universes) {
        const [inA, inB] = [held(universe, a), held(universe, b)];
        expect(held(universe, less)).toEqual(inA.map((one, i) => one && inB[i] !== true));
        expect(held(universe, both)).toEqual(inA.map((one, i) => one && inB[i] === true));
      }
      expect([aggregateCidrs(less), aggregateCidrs(both)]).toEqual([less, both]);
      expect(cidrsContain(b, a)).toBe(less.length === 0);
      expect(cidrsOverlap(a, b)).toBe(both.length > 0);
    }),
  );
});

it('counts every address once', () => {
  holds(
    fc.property(lists, (list) => {
      const [ipv4, ipv6] = universes.map((universe) => BigInt(held(universe, list).filter(Boolean).length));
      expect(countAddresses(list)).toEqual({ ipv4, ipv6 });
    }),
  );
});

it('counts beyond what a double can hold', () => {
  expect(countAddresses(['::/0', '0.0.0.0/0'])).toEqual({ ipv4: 2n ** 32n, ipv6: 2n ** 128n });
  expect(countAddresses(['::/1', '8000::/128']).ipv6).toBe(2n ** 127n + 1n);
});

it.each([
  ['10.0.0.0/8', '10.0.0.0/8', []],
  ['0.0.0.0/0', '128.0.0.0/1', ['0.0.0.0/1']],
  ['10.0.0.0/30', '10.0.0.1/32', ['10.0.0.0/32', '10.0.0.2/31']],
  ['::/126', '::2/128', ['::/127', '::3/128']],
  ['::/0', '0.0.0.0/0', ['::/0']],
])('%s without %s is %j', (a, b, rest) => {
  expect(subtractCidrs([a], [b])).toEqual(rest);
});

it('has no addresses in an empty list', () => {
  expect([cidrsContain([], []), cidrsContain(['::/0'], []), cidrsContain([], ['::/128'])]).toEqual([true, true, false]);
  expect([cidrsOverlap([], ['::/0']), countAddresses([])]).toEqual([false, { ipv4: 0n, ipv6: 0n }]);
});
