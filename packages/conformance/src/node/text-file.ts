/// <reference types="node" />
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { TextFile } from '../adapter.js';

/** One text on a disk; with `update` it is replaced. */
export function textFile(file: URL, { update = false }: { readonly update?: boolean } = {}): TextFile {
  const write = (text: string): void => {
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(file, text);
  };
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    ...(update && { write }),
  };
}

/** The texts of some files that have to be there. */
export function textsAt(...files: readonly URL[]): readonly string[] {
  return files.map((file) => readFileSync(file, 'utf8'));
}
