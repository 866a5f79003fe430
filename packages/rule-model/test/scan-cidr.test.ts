import { newScan, parseCidr, scanAddress, scanCidr } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixes } from './support/arbitraries.js';
import { holds } from './support/holds.js';

const scan = newScan();

/** Texts close to prefixes: what a scan must not be fooled by. */
const nearPrefixes = fc.oneof(
  prefixes,
  fc.stringMatching(/^[0-9]{1,4}(\.[0-9]{0,4}){2,4}(\/[0-9]{0,4})?$/),
  fc.stringMatching(/^[0-9a-fF:]{0,20}(\/[0-9]{0,4})?$/),
  fc.stringMatching(/^[01]{0,2}(:[01]{0,2}){1,8}(\/(0|64|128))?$/),
  fc.tuple(prefixes, fc.nat(), fc.constantFrom('0', ':', '.', '/', 'g', ' ', '1')).map(([text, at, extra]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + extra + text.slice(place);
  }),
);

describe('scanCidr', () => {
  it.each(['::0/0', '0::/0', '1::0/128', '::0:1/128', '0:0::1/128'])(
    'refuses %s, in which a zero group stands beside ::',
    (text) => {
      expect(scanCidr(text, scan)).toBe(0);
    },
  );

  it('takes exactly the texts that parseCidr would write', () => {
    holds(
      fc.property(nearPrefixes, (text) => {
        const parsed = parseCidr(text);
        const canonical = parsed.ok && parsed.value === text;
        expect(scanCidr(text, scan) > 0, text).toBe(canonical);
      }),
    );
  });

  it.each([
    ['13.66.0.0/16', 4, [0x0d420000], 16],
    ['255.255.255.255/32', 4, [0xffffffff], 32],
    ['0.0.0.0/0', 4, [0], 0],
    ['::/0', 6, [0, 0, 0, 0], 0],
    ['2603:1030::/45', 6, [0x26031030, 0, 0, 0], 45],
    ['2001:db8::1:0:0:f/128', 6, [0x20010db8, 0, 0x00010000, 0xf], 128],
    ['1:2:3:4:5:6:7:8/128', 6, [0x10002, 0x30004, 0x50006, 0x70008], 128],
  ])('reads the words of %s', (text, family, words, length) => {
    expect(scanCidr(text, scan)).toBe(family);
    expect([[...scan.words.slice(0, words.length)], scan.length]).toEqual([words, length]);
  });

  it.each(['', '/', '1.2.3.4', '1.2.3.4/', '1.2.3.4/33', '1.2.3.4/31x', '1.2.3.1/31', '01.2.3.4/32', '1.2.3.4/08'])(
    'leaves %j to parseCidr',
    (text) => {
      expect(scanCidr(text, scan)).toBe(0);
    },
  );

  it.each(['::1/0', ':/0', ':::/0', '1::2::/64', '1:2:3:4:5:6:7:8:/128', '1:2:3:4:5:6:7::/128', '2603:1030::/129'])(
    'leaves %j to parseCidr',
    (text) => {
      expect(scanCidr(text, scan)).toBe(0);
    },
  );
});

describe('scanAddress', () => {
  it('takes exactly the addresses of full length in their one spelling', () => {
    holds(
      fc.property(nearPrefixes, (text) => {
        const parsed = text.includes('/') ? undefined : parseCidr(text);
        const canonical = parsed?.ok === true && parsed.value.startsWith(`${text}/`);
        expect(scanAddress(text, scan) > 0, text).toBe(canonical);
      }),
    );
  });
});
