import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { lineSplitter } from '@azureml-firewall/flow-logs';
import type { Host } from '../host.js';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { refuseFile } from './read-bytes.js';

/** What a file is read from in pieces. Its size is not known for what comes through a pipe. */
interface Source {
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly size?: number;
}

async function openFile(file: string, cwd: string): Promise<Source> {
  const path = resolve(cwd, file);
  const found = await stat(path);
  if (found.isDirectory()) throw new Refusal(`${printable(file)}: found a directory, expected a file`);
  const pieces = createReadStream(path, { highWaterMark: 131_072 }) as AsyncIterable<Uint8Array>;
  return found.isFile() ? { pieces, size: found.size } : { pieces };
}

function openStdin({ stdin }: Host): Source {
  if (!stdin) throw new Refusal('-: there is nothing on stdin, expected a log');
  return { pieces: stdin };
}

const byteOrderMark = '\uFEFF';

/** Hands on the lines of a text in UTF-8. Bytes that are none become U+FFFD, and it is the lines that are wrong then. */
async function split(
  { pieces, size }: Source,
  take: (line: string) => void,
  progress: (read: number, size?: number) => void,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  const lines = lineSplitter(take);
  let read = 0;
  let started = false;
  for await (const piece of pieces) {
    const text = decoder.write(piece);
    lines.write(!started && text.startsWith(byteOrderMark) ? text.slice(1) : text);
    started ||= text !== '';
    read += piece.length;
    progress(read, size);
  }
  lines.write(decoder.end());
  lines.end();
}

/**
 * Hands on the lines of a file of whatever size, or of stdin for `-`, one after the other, and says now and then how many
 * bytes it has read.
 */
export async function readLines(
  file: string,
  host: Host,
  take: (line: string) => void,
  progress: (read: number, size?: number) => void,
): Promise<void> {
  try {
    await split(file === '-' ? openStdin(host) : await openFile(file, host.cwd), take, progress);
  } catch (error) {
    throw refuseFile(printable(file), error);
  }
}
