import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from '../../workspace/packages.js';

/** Folders that a clean checkout does not have, as .gitignore lists them, and the history. */
function leftOut(): ReadonlySet<string> {
  const lines = readFileSync(join(repository, '.gitignore'), 'utf8').split('\n');
  return new Set(['.git', ...lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
}

/** Copies the tree as it stands to a folder and commits it there, so that a release can be made of it. */
export function copyTree(to: string): void {
  const out = leftOut();
  cpSync(repository, to, { recursive: true, filter: (path) => path === repository || !out.has(basename(path)) });
  const git = (...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: to, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Rehearsal');
  git('config', 'user.email', 'rehearsal@localhost');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The tree that is rehearsed');
}
