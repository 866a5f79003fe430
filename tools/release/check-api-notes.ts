import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository, type WorkspacePackage } from '../workspace/packages.js';
import { apiLevel } from './api-change.js';
import { bumpFor, bumps } from './catalog/bump.js';
import type { Note } from './catalog/check-notes.js';
import type { LastRelease } from './last-release.js';

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** The reports of a package by path, as they stand and as they stood at a tag. */
function reports({ id, folder }: WorkspacePackage, tag: string): ReadonlyMap<string, readonly [string, string]> {
  const place = `packages/${id}/api/`;
  const now = existsSync(join(folder, 'api')) ? readdirSync(join(folder, 'api')).map((name) => `${place}${name}`) : [];
  const then = git('ls-tree', '--name-only', tag, place)
    .split('\n')
    .filter((path) => path !== '');
  return new Map(
    [...new Set([...now, ...then])].map((path) => [
      path,
      [
        then.includes(path) ? git('show', `${tag}:${path}`) : '',
        now.includes(path) ? readFileSync(join(repository, path), 'utf8') : '',
      ],
    ]),
  );
}

/** What the pending notes of a package lack for the changes of its public surface, and of a package that is new. */
export function apiNoteFaults(
  of: WorkspacePackage,
  { tag, version = '0.0.0' }: LastRelease,
  notes: readonly Note[],
): readonly string[] {
  const { name } = of.manifest;
  if (tag === undefined) return notes.length > 0 ? [] : [`${name} was never released, and no note names it`];
  return [...reports(of, tag)].flatMap(([path, [before, after]]) => {
    const level = apiLevel(before, after);
    if (level === undefined) return [];
    const needed = bumpFor(level, version);
    const enough = notes.some(({ bump }) => bumps.indexOf(bump) >= bumps.indexOf(needed));
    return enough ? [] : [`${path} changed since ${tag}: ${name} needs a note of a ${needed} version`];
  });
}
