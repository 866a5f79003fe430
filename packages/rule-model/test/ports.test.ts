import { anyPort, mergePorts, parsePortRange, parsePorts, portsContain, portText } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdedRanges, portRanges } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { outcome } from './support/outcome.js';
import { frozen } from './support/tree.js';

const all = Array.from({ length: 42 }, (_, port) => port);

describe('parsePortRange', () => {
  it.each([
    ['443', { from: 443, to: 443 }],
    ['8704-8710', { from: 8704, to: 8710 }],
    ['1', { from: 1, to: 1 }],
    ['65535', { from: 65535, to: 65535 }],
    ['443-443', { from: 443, to: 443 }],
    ['*', anyPort],
    ['1-65535', anyPort],
  ])('reads %s', (text, range) => {
    expect(outcome(parsePortRange(text))).toEqual(range);
  });

  it.each([
    ['port 0', '0', 'ports/out-of-range'],
    ['a range from 0', '0-1', 'ports/out-of-range'],
    ['port 65536', '65536', 'ports/out-of-range'],
    ['a range to 65536', '1-65536', 'ports/out-of-range'],
    ['a reversed range', '8710-8704', 'ports/out-of-range'],
    ['nothing', '', 'ports/not-a-range'],
    ['a leading zero', '0443', 'ports/not-a-range'],
    ['a leading zero at the end', '443-0444', 'ports/not-a-range'],
    ['a name', 'https', 'ports/not-a-range'],
    ['an open range', '443-', 'ports/not-a-range'],
    ['a range without start', '-443', 'ports/not-a-range'],
    ['three ends', '1-2-3', 'ports/not-a-range'],
    ['a list', '80,443', 'ports/not-a-range'],
    ['a space', ' 443', 'ports/not-a-range'],
    ['a line break', '443\n', 'ports/not-a-range'],
    ['an en dash', '1–2', 'ports/not-a-range'],
    ['a fraction', '1.5', 'ports/not-a-range'],
    ['an exponent', '1e3', 'ports/not-a-range'],
    ['full-width digits', '４４３', 'ports/not-a-range'],
    ['six digits', '100000', 'ports/not-a-range'],
    ['two stars', '**', 'ports/not-a-range'],
  ])('refuses %s', (_, text, code) => {
    expect(outcome(parsePortRange(text))).toBe(code);
  });

  it('reads what portText writes', () => {
    holds(
      fc.property(portRanges, (range) => {
        expect(outcome(parsePortRange(portText(range)))).toEqual(range);
      }),
    );
  });
});

describe('parsePorts', () => {
  it('sorts and joins', () => {
    expect(outcome(parsePorts(['8704-8710', '443', '8709-8720', '443']))).toEqual([
      { from: 443, to: 443 },
      { from: 8704, to: 8720 },
    ]);
  });

  it.each([
    ['an empty list', [], 'ports/empty'],
    ['a list with one bad port', ['443', 'x'], 'ports/not-a-range'],
  ])('refuses %s', (_, texts, code) => {
    expect(outcome(parsePorts(texts))).toBe(code);
  });
});

describe('mergePorts', () => {
  const has = (ranges: readonly { from: number; to: number }[], port: number): boolean =>
    ranges.some(({ from, to }) => from <= port && port <= to);

  it('keeps ranges that only touch apart', () => {
    const ranges = [
      { from: 443, to: 443 },
      { from: 444, to: 444 },
    ];
    expect(mergePorts(ranges)).toEqual(ranges);
  });

  it('writes the ends in one order, whatever the order of keys', () => {
    expect(JSON.stringify(mergePorts([{ to: 443, from: 443 }]))).toBe('[{"from":443,"to":443}]');
  });

  it('keeps exactly the ports that went in', () => {
    holds(
      fc.property(crowdedRanges, (ranges) => {
        const merged = mergePorts(frozen(ranges));
        expect(all.filter((port) => has(merged, port))).toEqual(all.filter((port) => has(ranges, port)));
      }),
    );
  });

  it('is ascending without overlap, idempotent and blind to order', () => {
    holds(
      fc.property(crowdedRanges, (ranges) => {
        const merged = mergePorts(ranges);
        expect(merged.every(({ from }, i) => i === 0 || (merged[i - 1]?.to ?? 0) < from)).toBe(true);
        expect(mergePorts(merged)).toEqual(merged);
        expect(mergePorts(ranges.toReversed())).toEqual(merged);
      }),
    );
  });
});

describe('portsContain', () => {
  it('sees across ranges that touch', () => {
    const outer = [
      { from: 20, to: 30 },
      { from: 10, to: 19 },
    ];
    expect(portsContain(outer, { from: 12, to: 25 })).toBe(true);
    expect(portsContain(outer, { from: 12, to: 31 })).toBe(false);
  });

  it('agrees with counting ports', () => {
    const inner = crowdedRanges.filter((ranges) => ranges.length > 0).map(([range = anyPort]) => range);
    holds(
      fc.property(crowdedRanges, inner, (outer, { from, to }) => {
        const covered = all
          .filter((port) => from <= port && port <= to)
          .every((port) => outer.some((range) => range.from <= port && port <= range.to));
        expect(portsContain(outer, { from, to })).toBe(covered);
      }),
    );
  });
});

describe('portText', () => {
  it.each([
    ['443', { from: 443, to: 443 }],
    ['8704-8710', { from: 8704, to: 8710 }],
    ['*', anyPort],
  ])('writes %s', (text, range) => {
    expect(portText(range)).toBe(text);
  });
});
