import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spreadOf, type Spread } from './measure.js';

/** What a whole process took: CPU of user and system in milliseconds, and its largest memory in MiB. */
export interface ProcessCost {
  readonly cpu: Spread;
  readonly wall: Spread;
  readonly memory: number;
}

const probe = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nCOST ' + JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }) + '\\n');
});
`;

interface Cost {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

function runOnce(args: readonly string[], hook: string, cwd: string): Cost {
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  const [, text] = /COST (\{.*\})/.exec(stderr) ?? [];
  if (text === undefined)
    throw new Error(`node ${args.join(' ')} ended with ${String(status)}:\n${stderr.slice(-2000)}`);
  return { wall, ...(JSON.parse(text) as { cpu: number; memory: number }) };
}

/**
 * Runs Node.js with pieces of code or files, each several times in a process of its own, and all in turn: a machine that
 * slows down slows all of them.
 */
export function processCosts(works: readonly (readonly string[])[], cwd: string, runs = 7): readonly ProcessCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const hook = join(folder, 'probe.cjs');
  writeFileSync(hook, probe);
  const rounds = Array.from({ length: runs }, () => works.map((args) => runOnce(args, hook, cwd)));
  rmSync(folder, { recursive: true });
  return works.map((_, at) => {
    const costs = rounds.flatMap((round) => round[at] ?? []);
    return {
      cpu: spreadOf(costs.map(({ cpu }) => cpu)),
      wall: spreadOf(costs.map(({ wall }) => wall)),
      memory: Math.max(...costs.map(({ memory }) => memory)),
    };
  });
}

/** Runs Node.js with a piece of code or a file, several times, each in a process of its own. */
export function processCost(args: readonly string[], cwd: string, runs = 7): ProcessCost {
  const [cost] = processCosts([args], cwd, runs);
  if (!cost) throw new Error('nothing was run');
  return cost;
}
