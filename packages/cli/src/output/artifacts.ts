import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Host } from '../host.js';
import type { TargetFiles } from '../render/target-files.js';
import { printable } from './printable.js';
import { writeFiles } from './write-files.js';

/**
 * Prints the main artifact of each target, its first, so that stdout holds one document for each that its vendor takes. The
 * others are named on stderr: they need a directory.
 */
export function printArtifacts(files: readonly TargetFiles[], host: Host): void {
  const printed = files.filter(({ artifacts }) => artifacts.length > 0);
  for (const { target, artifacts } of printed) {
    const [main, ...others] = artifacts;
    if (printed.length > 1) host.stderr.write(`# ${target}/${main?.path ?? ''}\n`);
    for (const { path } of others)
      host.stderr.write(`not printed: ${target}/${path} belongs to it; write all files with --out\n`);
    host.stdout.write(main?.text ?? '');
  }
}

/** Files beside those that were written, in the targets' directories: of an earlier run, or somebody's own. */
async function strangersIn(directories: readonly string[], written: ReadonlySet<string>): Promise<readonly string[]> {
  const found = await Promise.all(
    directories.map(async (directory) => {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return found
    .flat()
    .filter((path) => !written.has(path))
    .sort();
}

/** Says which files in the targets' directories this run did not write: they look as current as the others. */
export async function staleText(files: readonly TargetFiles[], directory: string, cwd: string): Promise<string> {
  const folders = new Set(files.map(({ target }) => resolve(cwd, directory, target)));
  const written = files.flatMap(({ target, artifacts }) =>
    artifacts.map(({ path }) => resolve(cwd, directory, target, path)),
  );
  const strangers = await strangersIn([...folders], new Set(written));
  return strangers
    .map(
      (path) =>
        `warning: ${printable(join(directory, relative(resolve(cwd, directory), path)))} is not of this run: remove it if an earlier one left it\n`,
    )
    .join('');
}

/** Writes the artifacts as `DIR/<target>/…`, and beside them what is about all targets. Returns the names. */
export async function saveArtifacts(
  files: readonly TargetFiles[],
  about: Readonly<Record<string, string>>,
  directory: string,
  cwd: string,
): Promise<readonly string[]> {
  const all = [
    ...files.flatMap(({ target, artifacts }) =>
      artifacts.map(({ path, text }) => ({ name: join(directory, target, path), text })),
    ),
    ...Object.entries(about).map(([name, text]) => ({ name: join(directory, name), text })),
  ];
  // Commands of an update can be files of the rendering itself.
  const once = all.filter(
    (file, i) => all.findIndex(({ name, text }) => name === file.name && text === file.text) === i,
  );
  await writeFiles(once.map(({ name, text }) => ({ path: resolve(cwd, name), text })));
  return once.map(({ name }) => printable(name));
}
