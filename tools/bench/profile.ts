import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where a process spent its time by itself, the most first. */
export interface Share {
  readonly what: string;
  /** Percent of all samples. */
  readonly percent: number;
}

const shown = 6;

/** `evaluate (rule-model)`, `(garbage collector)`. */
function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  const [, owner] = /\/packages\/([^/]+)\//.exec(url) ?? /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  const place = owner ?? (url.startsWith('node:') ? 'node' : url === '' ? undefined : 'bench');
  return `${functionName === '' ? 'a function without a name' : functionName}${place === undefined ? '' : ` (${place})`}`;
}

function sharesOf({ nodes, samples, timeDeltas }: CpuProfile): readonly Share[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '?';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const total = [...times.values()].reduce((sum, one) => sum + one, 0);
  return [...times]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, shown)
    .map(([what, time]) => ({ what, percent: (100 * time) / total }));
}

/** Runs Node.js once more under its profiler. */
export function profileOf(args: readonly string[], cwd: string): readonly Share[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  spawnSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...args], { cwd, maxBuffer: 1 << 28 });
  // The largest is that of the main thread.
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  rmSync(folder, { recursive: true });
  const [text] = texts.toSorted((a, b) => b.length - a.length);
  return text === undefined ? [] : sharesOf(JSON.parse(text) as CpuProfile);
}
