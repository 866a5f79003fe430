import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../workspace/packages.js';
import { changelogSections, type ChangelogSection } from './changelog.js';

/** How a package stands to its last release. */
export interface LastRelease {
  /** The tag that publishing made; undefined before the first release. */
  readonly tag?: string;
  readonly version?: string;
  /** Its version that is written but not published yet, as between versioning and publishing. */
  readonly unpublished?: ChangelogSection;
}

function hasTag(tag: string, root: string): boolean {
  return execFileSync('git', ['tag', '--list', tag], { cwd: root, encoding: 'utf8' }).trim() !== '';
}

/**
 * The last release of a package, by its changelog and the tags that publishing makes.
 * @throws Error when it was released and the tag is not here: without it nothing could be compared, and all would pass.
 */
export function lastRelease(folder: string, root: string): LastRelease {
  const path = join(folder, 'CHANGELOG.md');
  const [newest, before] = existsSync(path) ? changelogSections(readFileSync(path, 'utf8')) : [];
  if (!newest) return {};
  const tagOf = ({ version }: ChangelogSection): string => `${readManifest(folder).name}@${version}`;
  if (hasTag(tagOf(newest), root)) return { tag: tagOf(newest), version: newest.version };
  if (!before) return { unpublished: newest };
  const tag = tagOf(before);
  if (!hasTag(tag, root))
    throw new Error(`${tag} is not among the tags: fetch them, since changes are told from the last release on`);
  return { tag, version: before.version, unpublished: newest };
}
