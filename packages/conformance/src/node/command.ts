/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SyntaxChecker } from '../adapter.js';

/** A checker that is a program. */
export interface CommandLine {
  /** The program, as it is found on the path. */
  readonly program: string;
  /** What it is called with for a printed file that stands on the disk; nothing for a file that it can't judge. */
  readonly argumentsFor: (path: string, file: string) => readonly string[] | undefined;
}

/** Milliseconds that a program may take for one file. */
const patience = 30_000;

function missingText(program: string): string | undefined {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore', timeout: patience });
  return error && 'code' in error && error.code === 'ENOENT' ? `${program} is not installed` : undefined;
}

/**
 * A program as a checker: printed files are written into a folder of their own, and the program is asked about each of
 * which `argumentsFor` tells how. What it writes is the reason when it exits with another status than 0.
 */
export function command<Options>(name: string, { program, argumentsFor }: CommandLine): SyntaxChecker<Options> {
  const missing = missingText(program);
  return {
    name,
    ...(missing !== undefined && { missing }),
    accepts: (artifacts) => {
      const root = mkdtempSync(join(tmpdir(), 'conformance-'));
      try {
        for (const { path, text } of artifacts) {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        }
        const calls = artifacts.flatMap(({ path }) => {
          const words = argumentsFor(path, join(root, path));
          return words ? [{ path, words }] : [];
        });
        if (calls.length === 0) return { status: 'skip', reason: 'no file for it' };
        for (const { path, words } of calls) {
          const options = { cwd: root, encoding: 'utf8', timeout: patience } as const;
          const { status, stdout, stderr } = spawnSync(program, words, options);
          if (status !== 0) return { status: 'fail', reason: `${path}: ${`${stdout}${stderr}`.trim()}` };
        }
        return { status: 'pass', reason: '' };
      } finally {
        rmSync(root, { recursive: true });
      }
    },
  };
}
