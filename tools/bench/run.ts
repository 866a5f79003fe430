// Measures what performance was promised for, each against its reference in the same run, and writes docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bytes } from './cases/bytes.js';
import { aggregate, loadDocument, lookUp } from './cases/documents.js';
import { growth } from './cases/growth.js';
import { decideHosts, evaluateFlows, explainFlows } from './cases/policies.js';
import { coldImports, renderAll, replayLog } from './cases/processes.js';
import { churn, renderAllPrefixes } from './cases/vendors.js';
import { profileOf } from './profile.js';
import { reportText } from './report.js';
import type { Result } from './result.js';

const root = resolve(import.meta.dirname, '../..');
if (!existsSync(join(import.meta.dirname, 'node_modules')))
  spawnSync('npm', ['ci', '--prefix', import.meta.dirname], { stdio: 'inherit' });

const cases: readonly (readonly [name: string, run: () => Result | readonly Result[] | Promise<readonly Result[]>])[] =
  [
    ['documents', loadDocument],
    ['aggregate', aggregate],
    ['look-up', lookUp],
    ['hosts', decideHosts],
    ['flows', evaluateFlows],
    ['explain', explainFlows],
    ['render', renderAll],
    ['prefixes', renderAllPrefixes],
    ['imports', coldImports],
    ['replay', replayLog],
    ['growth', growth],
    ['bytes', bytes],
    ['churn', churn],
  ];

const only = process.argv.slice(2);
const results: Result[] = [];
for (const [name, run] of cases) {
  if (only.length > 0 && !only.includes(name)) continue;
  const made = [await run()].flat().map((result): Result => {
    // Work that runs in this process is run again as a case of its own.
    const again = result.again ?? ['--import', 'tsx', join(import.meta.dirname, 'run.ts'), name];
    const isTime = result.row !== '11';
    return result.met === false && isTime && only.length === 0
      ? { ...result, profile: profileOf(again, root) }
      : result;
  });
  results.push(...made);
  for (const { row, work, figure, target, met } of made)
    console.log(
      `${row.padStart(2)}  ${work}: ${figure} (target ${target}) ${met === undefined ? '-' : met ? 'met' : 'MISSED'}`,
    );
}
if (only.length === 0) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, 'docs/benchmarks.md'), reportText(results, date));
  // How work was run again has places of this machine in it.
  const published = results.map(({ again, ...result }) => result);
  writeFileSync(
    join(root, 'docs/benchmarks.json'),
    `${JSON.stringify({ date, node: process.version, results: published }, undefined, 2)}\n`,
  );
}
