import { mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../input/reason.js';
import { Refusal } from '../refusal.js';
import { printable } from './printable.js';

/** A file to be written: an absolute path. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

interface Undo {
  readonly temporary: string[];
  readonly directories: string[];
}

async function isDirectory(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    // ENOTDIR: a part of the path is a file, which shows when that part is looked at.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Makes a directory and those above it, and notes the ones that were not there. */
async function makeDirectory(path: string, undo: Undo): Promise<void> {
  const found = await isDirectory(path);
  if (found) return;
  if (found === false) throw new Refusal(`${printable(path)}: found a file, expected a directory to write into`);
  await makeDirectory(dirname(path), undo);
  await mkdir(path);
  undo.directories.push(path);
}

async function refuseDirectory(path: string): Promise<void> {
  if (await isDirectory(path)) throw new Refusal(`${printable(path)}: found a directory, expected a file or nothing`);
}

async function writeAside({ path, text }: OutputFile, undo: Undo): Promise<void> {
  await makeDirectory(dirname(path), undo);
  await refuseDirectory(path);
  const temporary = `${path}.${process.pid}.tmp`;
  undo.temporary.push(temporary);
  await writeFile(temporary, text, { flag: 'wx' });
}

async function takeBack({ temporary, directories }: Undo): Promise<void> {
  for (const path of temporary) await rm(path, { force: true });
  // Only what is empty goes: somebody else may have put something there meanwhile.
  for (const path of directories.toReversed()) await rmdir(path).catch(() => undefined);
}

/**
 * Writes all files or none: each is first written in full beside its place, and moved there when all are. A reader never
 * sees half a file.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const undo: Undo = { temporary: [], directories: [] };
  try {
    for (const file of files) await writeAside(file, undo);
    for (const [i, { path }] of files.entries()) await rename(undo.temporary[i] ?? path, path);
  } catch (error) {
    await takeBack(undo);
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `${printable((error as NodeJS.ErrnoException).path ?? '')}: ${reasonOf(error)}, expected a directory to write into`,
    );
  }
}
