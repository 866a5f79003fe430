import { join, resolve } from 'node:path';
import type { Rendering } from '@azureml-firewall/renderer-kit';
import type { Host } from '../host.js';
import { json } from './json.js';
import { printable } from './printable.js';
import { writeFiles } from './write-files.js';

/** Prints the artifacts. Several are announced on stderr, so that stdout holds nothing but what vendors take. */
export function printArtifacts(renderings: readonly Rendering<unknown>[], host: Host): void {
  const artifacts = renderings.flatMap(({ target, artifacts }) =>
    artifacts.map(({ path, text }) => ({ name: `${target}/${path}`, text })),
  );
  for (const { name, text } of artifacts) {
    if (artifacts.length > 1) host.stderr.write(`# ${name}\n`);
    host.stdout.write(text);
  }
}

/** Writes the artifacts as `DIR/<target>/…`, and the account of all targets as `DIR/outcomes.json`. Returns their names. */
export async function saveArtifacts(
  renderings: readonly Rendering<unknown>[],
  directory: string,
  cwd: string,
): Promise<readonly string[]> {
  const files = renderings.flatMap(({ target, artifacts }) =>
    artifacts.map(({ path, text }) => ({ name: join(directory, target, path), text })),
  );
  const account = json(renderings.flatMap(({ outcomes }) => outcomes));
  const all = [...files, { name: join(directory, 'outcomes.json'), text: account }];
  await writeFiles(all.map(({ name, text }) => ({ path: resolve(cwd, name), text })));
  return all.map(({ name }) => printable(name));
}
