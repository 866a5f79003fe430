import { copyFile, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../input/reason.js';
import { Refusal } from '../refusal.js';
import { printable } from './printable.js';

/** A file to be written: an absolute path. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** A file that is written in full, and the place that it is for. */
interface Moved {
  readonly temporary: string;
  readonly path: string;
}

/** A file that is in its place, and a copy of what stood there before, where there was something. */
interface Placed {
  readonly path: string;
  readonly old?: string;
}

interface Undo {
  readonly temporary: string[];
  readonly placed: Placed[];
  readonly directories: string[];
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function isDirectory(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    // ENOTDIR: a part of the path is a file, which shows when that part is looked at.
    if (isAbsent(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
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

async function writeAside({ path, text }: OutputFile, undo: Undo): Promise<Moved> {
  await makeDirectory(dirname(path), undo);
  await refuseDirectory(path);
  const temporary = `${path}.${process.pid}.tmp`;
  undo.temporary.push(temporary);
  await writeFile(temporary, text, { flag: 'wx' });
  return { temporary, path };
}

/** A copy, since what stands there stays until the new file takes its place: a firewall may be fetching it. */
async function keepOld(path: string, undo: Undo): Promise<Placed> {
  const old = `${path}.${process.pid}.old`;
  undo.temporary.push(old);
  try {
    await copyFile(path, old);
    return { path, old };
  } catch (error) {
    if (isAbsent(error)) return { path };
    throw error;
  }
}

async function putInPlace({ temporary, path }: Moved, undo: Undo): Promise<void> {
  const placed = await keepOld(path, undo);
  await rename(temporary, path);
  undo.placed.push(placed);
}

/** Undoes all of it, as far as it can be, and says what could not be put back. */
async function takeBack({ temporary, placed, directories }: Undo): Promise<readonly string[]> {
  const lost = new Map<string, string>();
  for (const { path, old } of placed.toReversed())
    try {
      await (old === undefined ? rm(path) : rename(old, path));
    } catch (error) {
      lost.set(old ?? path, `${printable(path)}: ${reasonOf(error)}, and it could not be put back`);
    }
  for (const path of temporary) if (!lost.has(path)) await rm(path, { force: true }).catch(() => undefined);
  // Only what is empty goes: somebody else may have put something there meanwhile.
  for (const path of directories.toReversed()) await rmdir(path).catch(() => undefined);
  return [...lost].map(([path, text]) => `${text}: look at ${printable(path)}`);
}

/**
 * Writes all files or none: each is first written in full beside its place, and moved there when all are. Should a move
 * fail, those before it are undone. A reader never sees half a file.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const undo: Undo = { temporary: [], placed: [], directories: [] };
  try {
    const moves: Moved[] = [];
    for (const file of files) moves.push(await writeAside(file, undo));
    for (const move of moves) await putInPlace(move, undo);
  } catch (error) {
    const lost = await takeBack(undo);
    if (error instanceof Refusal) throw error;
    const { path = '' } = error as NodeJS.ErrnoException;
    throw new Refusal(`${printable(path)}: ${reasonOf(error)}, expected a directory to write into`, ...lost);
  }
  for (const { old } of undo.placed) if (old !== undefined) await rm(old, { force: true });
}
