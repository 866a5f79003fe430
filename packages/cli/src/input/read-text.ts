import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { mebibyte, readBytes } from './read-bytes.js';

/** A profile has some dozen lines; what is larger by orders of magnitude is another file. */
export const sizeLimit = mebibyte;

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
  return decode(await readBytes(file, cwd, sizeLimit), printable(file));
}
