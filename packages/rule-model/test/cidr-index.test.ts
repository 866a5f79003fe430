import { indexCidrs, parseCidr } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixes } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { held, lists, universes } from './support/naive-set.js';

describe('indexCidrs', () => {
  it('names the same lists as a look at each of them', () => {
    holds(
      fc.property(fc.array(lists, { maxLength: 6 }), (many) => {
        const index = indexCidrs(many);
        for (const universe of universes) {
          const rows = many.map((list) => held(universe, list));
          for (let offset = 0; offset < 64; offset++) {
            const expected = rows.flatMap((row, i) => (row[offset] === true ? [i] : []));
            const address = universe === '10.9.8.0' ? `10.9.8.${offset}` : `2001:db8::${offset.toString(16)}`;
            expect(index(address), address).toEqual(expected);
          }
        }
      }),
    );
  });

  it('knows the first and last addresses of wide prefixes', () => {
    holds(
      fc.property(fc.array(prefixes, { minLength: 1, maxLength: 20 }), (list) => {
        const index = indexCidrs(list.map((prefix) => [prefix]));
        list.forEach((prefix, i) => {
          const [address = ''] = prefix.split('/');
          expect(index(address)).toContain(i);
          const before = neighbour(address);
          if (before !== undefined) expect(index(before)?.includes(i)).toBe(false);
        });
      }),
    );
  });

  it('answers at both ends of the address space', () => {
    const index = indexCidrs([['0.0.0.0/0', '::/0'], ['255.255.255.255/32'], ['ffff::/16'], ['0.0.0.0/32', '::/128']]);
    expect(['0.0.0.0', '0.0.0.1', '255.255.255.254', '255.255.255.255'].map(index)).toEqual([[0, 3], [0], [0], [0, 1]]);
    expect(['::', '::1', 'fffe:ffff::', 'ffff::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'].map(index)).toEqual([
      [0, 3],
      [0],
      [0],
      [0, 2],
      [0, 2],
    ]);
  });

  it('takes addresses in any spelling, and nothing else', () => {
    const index = indexCidrs([['2603:1030::/32', '1.2.3.0/24']]);
    expect(['2603:1030:0:0:0:0:0:1', '2603:1030::ABCD', '1.2.3.4', '1.2.4.4'].map(index)).toEqual([[0], [0], [0], []]);
    expect(['1.2.3.0/24', '1.2.3', '', 'localhost', '01.2.3.4', '::1%eth0'].map(index)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('gives equal answers as one array', () => {
    const index = indexCidrs([['10.0.0.0/8'], ['10.0.0.0/8', '10.1.0.0/16']]);
    expect(index('10.0.0.1')).toEqual([0, 1]);
    expect(index('10.200.0.1')).toBe(index('10.1.0.1'));
  });

  it('has nothing to say without lists', () => {
    expect([indexCidrs([])('1.2.3.4'), indexCidrs([[]])('::')]).toEqual([[], []]);
  });
});

/** The address before, where that takes no borrow from the group or octet to the left. */
function neighbour(address: string): string | undefined {
  const match = /^(.*[.:])([0-9a-f]+)$/.exec(address);
  const [, head = '', last = '0'] = match ?? [];
  const radix = address.includes(':') ? 16 : 10;
  if (parseInt(last, radix) === 0) return undefined;
  const parsed = parseCidr(`${head}${(parseInt(last, radix) - 1).toString(radix)}`);
  return parsed.ok ? parsed.value.slice(0, parsed.value.indexOf('/')) : undefined;
}
