import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { unmetClaims } from '../../../readme/program.js';
import type { Consumer } from '../consumer.js';
import { run, type Stage } from '../processes.js';

/** Runs the code of a page as an ES module and as CommonJS: both print what its comments say, and the same. */
export async function runAsShown(stage: Stage, { of, folder, program }: Consumer): Promise<void> {
  if (!program) return;
  const printed: string[] = [];
  for (const [format, file] of [
    ['esm', 'readme.mjs'],
    ['cjs', 'readme.cjs'],
  ] as const) {
    const { code } = await transform(program.text, { loader: 'ts', format, target: 'node20' });
    writeFileSync(join(folder, file), code);
    printed.push(await run(stage, folder, ['node', file]));
  }
  const [esm = '', cjs = ''] = printed;
  const unmet = unmetClaims(program, esm);
  if (unmet.length > 0) throw new Error(`the README of ${of.id} says what is not printed: ${unmet.join('; ')}`);
  if (esm !== cjs) throw new Error(`the README of ${of.id} prints something else as CommonJS`);
}
