import { parseCidr } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';

/** Last bits of an address that vary in a small universe: small enough to write every set of addresses down. */
const bits = 6;
const size = 2 ** bits;

/** Two universes of 64 addresses, one of each family. */
export const universes = ['10.9.8.0', '2001:db8::'] as const;

/** One of the {@link universes}. */
export type Universe = (typeof universes)[number];

function prefixText(universe: Universe, offset: number, length: number): string {
  const address = universe === '10.9.8.0' ? `10.9.8.${offset}` : `2001:db8::${offset.toString(16)}`;
  const parsed = parseCidr(`${address}/${(universe === '10.9.8.0' ? 32 : 128) - bits + length}`);
  if (!parsed.ok) throw new Error(parsed.refusal.code);
  return parsed.value;
}

/** Prefixes inside a universe, so that they repeat, touch and contain each other. */
export function prefixesIn(universe: Universe): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(size - 1), fc.integer({ min: 0, max: bits }))
    .map(([any, length]) => prefixText(universe, any - (any % 2 ** (bits - length)), length));
}

/** Lists of prefixes of both universes. */
export const lists = fc.array(fc.oneof(...universes.map(prefixesIn)), { maxLength: 14 });

/** Which addresses of a universe a list holds, told by the texts alone. */
export function held(universe: Universe, prefixes: readonly string[]): readonly boolean[] {
  const own = prefixes.filter((prefix) => prefix.includes(':') === universe.includes(':'));
  const ranges = own.map((prefix) => {
    const [address = '', length] = prefix.split('/');
    const offset =
      universe === '10.9.8.0' ? Number(address.split('.')[3]) : parseInt(`0${address.split('::')[1] ?? ''}`, 16);
    return [offset, offset + 2 ** ((universe === '10.9.8.0' ? 32 : 128) - Number(length))] as const;
  });
  return Array.from({ length: size }, (_, i) => ranges.some(([from, to]) => from <= i && i < to));
}

/** The fewest prefixes that hold exactly these addresses: the whole, or the two halves apart. */
export function fewest(addresses: readonly boolean[]): number {
  if (!addresses.includes(true)) return 0;
  if (!addresses.includes(false)) return 1;
  const middle = addresses.length / 2;
  return fewest(addresses.slice(0, middle)) + fewest(addresses.slice(middle));
}

/** The fewest addresses to add so that at most `limit` prefixes hold these: every split of the limit is tried. */
export function cheapest(addresses: readonly boolean[], limit: number): number {
  if (!addresses.includes(true)) return 0;
  if (limit === 0) return Infinity;
  const whole = addresses.filter((one) => !one).length;
  if (addresses.length === 1) return whole;
  const middle = addresses.length / 2;
  const [left, right] = [addresses.slice(0, middle), addresses.slice(middle)];
  const splits = Array.from({ length: limit + 1 }, (_, k) => cheapest(left, k) + cheapest(right, limit - k));
  return Math.min(whole, ...splits);
}
