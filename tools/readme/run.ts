import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { sourceOf } from '../workspace/entries.js';
import type { WorkspacePackage } from '../workspace/packages.js';

/** What a process printed, and how it ended. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder with the files that a page speaks of, kept in the package's `test/readme`; removed afterwards. */
export async function inScratch<T>(of: WorkspacePackage, use: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `readme-${of.id}-`));
  const files = join(of.folder, 'test/readme');
  try {
    if (existsSync(files)) cpSync(files, folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ran(command: string, args: readonly string[], cwd: string, env = process.env, input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', input });
  return { status: status ?? -1, stdout, stderr };
}

const bundling: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['@azureml-firewall/source'],
  logLevel: 'silent',
  // CommonJS inside of a module, of which the command's libraries have some.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
};

/** Runs a program against the sources, in a folder of its own. */
export async function runProgram(of: WorkspacePackage, text: string): Promise<Ran> {
  return inScratch(of, async (folder) => {
    const outfile = join(folder, '.program.mjs');
    await build({ ...bundling, stdin: { contents: text, loader: 'ts', resolveDir: of.folder }, outfile });
    return ran(process.execPath, [outfile], folder);
  });
}

/** Puts the package's command where a shell finds it, by its name and behind `npx`; gives the shell's environment. */
export async function installCommand(of: WorkspacePackage, folder: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const script = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  script('npx', 'exec "$@"');
  for (const [name, built] of Object.entries(of.manifest.bin ?? {})) {
    const outfile = join(bin, `${name}.mjs`);
    await build({ ...bundling, entryPoints: [join(of.folder, sourceOf(built))], outfile });
    script(name, `exec "${process.execPath}" "${outfile}" "$@"`);
  }
  return { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
}

/** Runs one line as a shell does, with nobody at the keyboard but what is given. */
export function runLine(line: string, cwd: string, env: NodeJS.ProcessEnv, input = ''): Ran {
  return ran('bash', ['-c', line], cwd, env, input);
}
