import { accepted, refused, type Parsed } from '../parsed.js';

/** A range of TCP or UDP ports, both ends included, each from 1 to 65535. One port is a range with equal ends. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Every port. Port 0 is reserved and can't be a destination. */
export const anyPort: PortRange = { from: 1, to: 65535 };

const expected = 'a port from 1 to 65535, a range such as 8704-8710, or *';

/** One port, a range `a-b`, or `*` for all. Leading zeros are refused: some readers take them as octal. */
export function parsePortRange(text: string): Parsed<PortRange> {
  if (text === '*') return accepted(anyPort);
  const match = /^(0|[1-9][0-9]{0,4})(?:-(0|[1-9][0-9]{0,4}))?$/.exec(text);
  if (!match) return refused('ports/not-a-range', text, expected);
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from < 1 || to > 65535 || from > to) return refused('ports/out-of-range', text, expected);
  return accepted({ from, to });
}

/** The ranges of a list, in {@link mergePorts}' order. The first text that is no range refuses the list. */
export function parsePorts(texts: readonly string[]): Parsed<readonly PortRange[]> {
  const ranges: PortRange[] = [];
  for (const text of texts) {
    const range = parsePortRange(text);
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  if (ranges.length === 0) return refused('ports/empty', '', 'at least one port');
  return accepted(mergePorts(ranges));
}

/**
 * The same ports in the fewest ranges that keep the source's boundaries apart: ascending, overlapping ranges joined.
 * Ranges that only touch stay apart (443 and 444 are two ports that somebody named).
 */
export function mergePorts(ranges: readonly PortRange[]): readonly PortRange[] {
  const merged: PortRange[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

/** A range as a person writes it: `443`, `8704-8710`, `*`. */
export function portText({ from, to }: PortRange): string {
  if (from === anyPort.from && to === anyPort.to) return '*';
  return from === to ? String(from) : `${from}-${to}`;
}

/** Whether every port of `inner` is in one of the ranges of `outer`. */
export function portsContain(outer: readonly PortRange[], inner: PortRange): boolean {
  let next = inner.from;
  for (const range of mergePorts(outer)) {
    if (range.from > next) return false;
    if (range.to >= next) next = range.to + 1;
    if (next > inner.to) return true;
  }
  return false;
}
