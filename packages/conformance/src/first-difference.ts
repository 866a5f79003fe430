import type { Faults } from './check.js';

/** Where two texts part, line by line; empty when they are the same. */
export function firstDifference(what: string, expected: string, found: string): Faults {
  if (expected === found) return [];
  const [wanted, got] = [expected.split('\n'), found.split('\n')];
  const at = wanted.findIndex((line, i) => line !== got[i]);
  const place = at < 0 ? wanted.length : at;
  const [left, right] = [wanted[place] ?? 'the end', got[place] ?? 'the end'];
  return [`${what}, line ${String(place + 1)}: expected ${JSON.stringify(left)}, found ${JSON.stringify(right)}`];
}
