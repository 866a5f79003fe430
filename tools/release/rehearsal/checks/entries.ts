import { copyFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeEntries } from '../../../workspace/entries.js';
import type { Manifest } from '../../../workspace/packages.js';
import type { Consumer } from '../consumer.js';
import { run, type Stage } from '../processes.js';

/** The JSON files that a package exports, each by its own specifier: a pattern stands for the files that it matches. */
function jsonOf({ name, exports = {} }: Manifest, installed: string): readonly string[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target !== 'string') return [];
    const specifier = `${name}${subpath.slice(1)}`;
    if (!target.includes('*')) return [specifier];
    const [before = '', after = ''] = target.split('*');
    const files = readdirSync(join(installed, dirname(before + after))).filter((file) => file.endsWith(after));
    return files.map((file) => specifier.replace('*', file.slice(0, -after.length)));
  });
}

/** Loads all that a package exports, by import and by require. */
export async function loadEntries(stage: Stage, { of: { manifest }, folder }: Consumer): Promise<void> {
  const code = codeEntries(manifest).map(({ specifier }) => specifier);
  const json = jsonOf(manifest, join(folder, 'node_modules', manifest.name));
  copyFileSync(new URL('load-entries.js', import.meta.url), join(folder, 'load-entries.mjs'));
  await run(stage, folder, ['node', 'load-entries.mjs', JSON.stringify({ code, json })]);
}

/** Renders with the renderers of a package and with what comes with it, if it has any. */
export async function renderAlone(stage: Stage, { of: { manifest }, folder }: Consumer): Promise<void> {
  if (manifest.bin || !('@azureml-firewall/renderer-kit' in (manifest.dependencies ?? {}))) return;
  copyFileSync(new URL('render-alone.js', import.meta.url), join(folder, 'render-alone.mjs'));
  await run(stage, folder, ['node', 'render-alone.mjs', manifest.name]);
}
