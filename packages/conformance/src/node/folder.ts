/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExpectedFiles, Files } from '../adapter.js';

/** How expected files are kept. */
export interface FolderOptions {
  /** Whether expected files are replaced by what is printed now. */
  readonly update?: boolean;
  /** Files of a case that are no output: `policy.json`. */
  readonly given?: readonly string[];
}

/** Paths of the files below a folder, with forward slashes, in code-unit order. */
function filesBelow(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/**
 * Expected files on a disk: a folder for each case in `root`, which has to end with a slash.
 * With `update` they are replaced, and folders without a file vanish.
 */
export function folder(root: URL, { update = false, given = [] }: FolderOptions = {}): ExpectedFiles {
  const base = fileURLToPath(root);
  const printed = (name: string): readonly string[] =>
    filesBelow(join(base, name)).filter((path) => !given.includes(path));
  const write = (name: string, files: Files): void => {
    for (const path of printed(name)) if (!Object.hasOwn(files, path)) rmSync(join(base, name, path));
    for (const [path, text] of Object.entries(files)) {
      const file = join(base, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  return {
    names: () =>
      existsSync(base)
        ? readdirSync(base, { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => name)
            .toSorted()
        : [],
    read: (name) =>
      Object.fromEntries(printed(name).map((path) => [path, readFileSync(join(base, name, path), 'utf8')])),
    ...(update && { write }),
  };
}
