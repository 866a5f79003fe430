import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { reasonOf } from './reason.js';

export const mebibyte = 1024 * 1024;

/** Reads no more than the limit, so that a device or pipe without end is refused as well. */
async function readUpTo(path: string, name: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).isDirectory()) throw new Refusal(`${name}: found a directory, expected a file`);
    const buffer = new Uint8Array(limit + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size);
      size += bytesRead;
      if (size > limit) throw new Refusal(`${name}: found more than ${limit / mebibyte} MiB, expected a smaller file`);
      if (bytesRead === 0) return buffer.subarray(0, size);
    }
  } finally {
    await file.close();
  }
}

/** The error of a file that the user named, as a refusal. */
export function refuseFile(name: string, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(`${name}: ${reasonOf(error)}, expected a file that can be read`);
}

/** The bytes of a file that the user named, which is refused where it is larger than the limit. */
export async function readBytes(file: string, cwd: string, limit: number): Promise<Uint8Array> {
  const name = printable(file);
  try {
    return await readUpTo(resolve(cwd, file), name, limit);
  } catch (error) {
    throw refuseFile(name, error);
  }
}
