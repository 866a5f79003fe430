import { familyOf, parseCidr } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv6, ipv6OfPlatform, prefixes } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';

describe('parseCidr writes one spelling', () => {
  it.each([
    ['a prefix', '10.20.0.0/16', '10.20.0.0/16'],
    ['one address', '13.66.1.2', '13.66.1.2/32'],
    ['everything', '0.0.0.0/0', '0.0.0.0/0'],
    ['capitals and leading zeros of IPv6', '2603:1030:0000:0:0:0:0:0/45', '2603:1030::/45'],
    ['IPv6 capitals', '2603:10A0::/32', '2603:10a0::/32'],
    ['one IPv6 address', '::1', '::1/128'],
    ['all of IPv6', '::/0', '::/0'],
    ['the first of two equal runs of zeros', '1:0:0:2:0:0:3:4', '1::2:0:0:3:4/128'],
    ['the longest run of zeros', '1:0:0:2:0:0:0:4', '1:0:0:2::4/128'],
    ['a single zero, which is not shortened', '1:2:3:0:5:6:7:8', '1:2:3:0:5:6:7:8/128'],
    ['a single zero that was shortened', '1:2:3::5:6:7:8', '1:2:3:0:5:6:7:8/128'],
    ['a dotted tail', '::ffff:1.2.3.4', '::ffff:102:304/128'],
    ['a dotted tail after groups', '64:ff9b::192.0.2.0/120', '64:ff9b::c000:200/120'],
  ])('of %s', (_, text, prefix) => {
    expect(outcome(parseCidr(text))).toBe(prefix);
  });
});

describe('parseCidr refuses', () => {
  it.each([
    ['bits after the length', '10.20.0.1/16', 'cidr/host-bits'],
    ['bits after a length of zero', '0.0.0.1/0', 'cidr/host-bits'],
    ['IPv6 bits after the length', '2603:1030::1/45', 'cidr/host-bits'],
    ['a length above 32', '10.0.0.0/33', 'cidr/length'],
    ['a length above 128', '::/129', 'cidr/length'],
    ['an IPv6 length on IPv4', '10.0.0.0/64', 'cidr/length'],
  ])('%s', (_, text, code) => {
    expect(outcome(parseCidr(text))).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['a slash', '/'],
    ['a length alone', '/8'],
    ['a missing length', '10.0.0.0/'],
    ['two lengths', '10.0.0.0/8/8'],
    ['a leading zero in the length', '10.0.0.0/08'],
    ['a sign in the length', '10.0.0.0/+8'],
    ['a mask in place of the length', '10.0.0.0/255.0.0.0'],
    ['a leading zero in an octet', '010.0.0.0/8'],
    ['an octet above 255', '10.0.256.0'],
    ['three octets', '10.0.0'],
    ['five octets', '10.0.0.0.0'],
    ['hexadecimal octets', '0x0a.0.0.0'],
    ['full-width digits', '１０.0.0.0/8'],
    ['spaces', ' 10.0.0.0/8'],
    ['a line break', '10.0.0.0/8\n'],
    ['a range', '10.0.0.0-10.0.0.9'],
    ['a zone', 'fe80::1%eth0'],
    ['brackets', '[::1]'],
    ['seven groups', '1:2:3:4:5:6:7'],
    ['nine groups', '1:2:3:4:5:6:7:8:9'],
    ['two gaps', '1::2::3'],
    ['three colons', ':::'],
    ['a gap for no group', '1:2:3:4:5:6:7:8::'],
    ['a leading colon', ':1:2:3:4:5:6:7'],
    ['a trailing colon', '1:2:3:4:5:6:7:'],
    ['five digits in a group', '12345::'],
    ['a dotted part that is not the tail', '1.2.3.4::'],
    ['a leading zero in a dotted tail', '::ffff:01.2.3.4'],
    ['a name', 'azureml.ms'],
  ])('%s', (_, text) => {
    expect(outcome(parseCidr(text))).toBe('cidr/not-a-prefix');
  });

  it('bits after the length, and says which prefix it would have been', () => {
    const parsed = parseCidr('10.20.0.1/16');
    expect(!parsed.ok && parsed.refusal.expected).toContain('10.20.0.0/16');
  });
});

describe('parseCidr', () => {
  it('keeps canonical prefixes, spelt by the platform', () => {
    holds(fc.property(prefixes, (prefix) => outcome(parseCidr(prefix)) === prefix));
  });

  it('accepts a length exactly when no bit stands after it', () => {
    const widths = fc.constantFrom(32, 128);
    const cases = widths.chain((width) => {
      // Many trailing zeros, or hardly any case would be accepted.
      const bits = fc.tuple(fc.bigInt(0n, 255n), fc.nat(width - 8)).map(([top, shift]) => top << BigInt(shift));
      return fc.tuple(fc.constant(width), bits, fc.nat(width));
    });
    holds(
      fc.property(cases, ([width, bits, length]) => {
        const octets = [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n);
        const address = width === 32 ? octets.join('.') : ipv6(bits);
        const fits = bits % 2n ** BigInt(width - length) === 0n;
        expect(outcome(parseCidr(`${address}/${length}`))).toBe(fits ? `${address}/${length}` : 'cidr/host-bits');
      }),
    );
  });

  it('reads IPv4 as a plain model does', () => {
    const octets = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '01', '0x1', '1e1', '-1', '+1', ' 1'));
    holds(
      fc.property(fc.array(octets, { minLength: 3, maxLength: 5 }), (parts) => {
        const valid =
          parts.length === 4 &&
          parts.every((part) => /^\d+$/.test(part) && String(Number(part)) === part && Number(part) < 256);
        expect(parseCidr(parts.join('.')).ok).toBe(valid);
      }),
    );
  });

  it('reads and spells IPv6 as the platform does', () => {
    const noise = fc.string({
      unit: fc.constantFrom(':', ':', ':', '0', '1', 'f', 'A', '1.2.3.4', '.'),
      maxLength: 20,
    });
    holds(
      fc.property(
        fc.oneof(
          fc.ipV6(),
          noise.map((text) => `:${text}`),
          noise.map((text) => `1:${text}`),
        ),
        (text) => {
          const expected = ipv6OfPlatform(text);
          expect(outcome(parseCidr(text))).toBe(expected === undefined ? 'cidr/not-a-prefix' : `${expected}/128`);
        },
      ),
    );
  });
});

describe('familyOf', () => {
  it.each([
    ['10.0.0.0/8', 'ipv4'],
    ['::/0', 'ipv6'],
    ['::ffff:102:304/128', 'ipv6'],
  ])('knows the family of %s', (prefix, family) => {
    expect(familyOf(prefix)).toBe(family);
  });
});
