import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../../workspace/packages.js';
import { run, type Stage } from './processes.js';

/** Gives each package that no change is noted for one, so that every package gets a new version. */
function noteChanges(repo: string): void {
  const folder = join(repo, '.changeset');
  const notes = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const noted = notes.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  const others = publicPackages(repo).filter(({ manifest }) => !noted.includes(`'${manifest.name}'`));
  if (others.length === 0) return;
  const lines = others.map(({ manifest }) => `'${manifest.name}': patch\n`);
  writeFileSync(join(folder, 'rehearsal.md'), `---\n${lines.join('')}---\n\nRehearsal.\n`);
}

/** Names and versions of what was published. */
export type Published = readonly { readonly name: string; readonly version: string }[];

/** Makes a release of the copied tree with the commands that a real one is made with. */
export async function publishAll(stage: Stage, repo: string): Promise<Published> {
  const before = new Map(publicPackages(repo).map(({ id, manifest }) => [id, manifest.version]));
  noteChanges(repo);
  await run(stage, repo, ['npm', 'run', 'version']);
  await run(stage, repo, ['git', 'add', '--all']);
  await run(stage, repo, ['git', 'commit', '--quiet', '--message', 'Version packages']);
  const printed = await run(stage, repo, ['npm', 'run', 'release']);
  return publicPackages(repo).map(({ id, manifest: { name, version } }) => {
    if (version === before.get(id)) throw new Error(`${name} got no new version`);
    if (!printed.includes(`${name}@${version}`)) throw new Error(`${name}@${version} was not published\n${printed}`);
    return { name, version };
  });
}
