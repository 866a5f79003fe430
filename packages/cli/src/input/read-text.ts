import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { reasonOf } from './reason.js';

/** A profile has some dozen lines; what is larger by orders of magnitude is another file. */
export const sizeLimit = 1024 * 1024;

/** Reads no more than the limit, so that a device or pipe without end is refused as well. */
async function readBytes(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).isDirectory()) throw new Refusal(`${name}: found a directory, expected a file`);
    const buffer = new Uint8Array(sizeLimit + 1);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, size, buffer.length - size);
      size += bytesRead;
      if (size > sizeLimit) throw new Refusal(`${name}: found more than 1 MiB, expected a smaller file`);
      if (bytesRead === 0) return buffer.subarray(0, size);
    }
  } finally {
    await file.close();
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/(?![\t\n\r\u0085])\p{Cc}/u.test(text)) return text;
  } catch {
    // Not UTF-8: refused below.
  }
  throw new Refusal(`${name}: found bytes that are no text, expected YAML or JSON in UTF-8`);
}

/** The text of a file that the user named. */
export async function readText(file: string, cwd: string): Promise<string> {
  const name = printable(file);
  try {
    return decode(await readBytes(resolve(cwd, file), name), name);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${name}: ${reasonOf(error)}, expected a file that can be read`);
  }
}
