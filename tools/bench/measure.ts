import { performance } from 'node:perf_hooks';

/** Times of one thing, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** The middle of a list of times, with its ends. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  return { median: at(sorted.length >> 1), min: at(0), max: at(sorted.length - 1), runs: sorted.length };
}

/** Something to be timed. Its result is kept, so that no engine can leave the work out. */
export type Work = () => unknown;

/** Holds on to the last result; its length is looked at so that it counts as used. */
const kept: unknown[] = [];

function time(work: Work): number {
  const start = performance.now();
  kept[0] = work();
  return performance.now() - start;
}

/** Times several works in turn, so that a machine that slows down slows all of them: two rounds to warm up, then `runs`. */
export function interleaved(works: Readonly<Record<string, Work>>, runs = 9): Readonly<Record<string, Spread>> {
  const names = Object.keys(works);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -2; round < runs; round++)
    for (const name of names) {
      const taken = time(works[name] ?? (() => undefined));
      if (round >= 0) times.get(name)?.push(taken);
    }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times.get(name) ?? [])]));
}
