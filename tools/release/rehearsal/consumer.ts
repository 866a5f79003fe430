import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, type Block } from '../../readme/blocks.js';
import { programOf, type Program } from '../../readme/program.js';
import { installedBy } from '../../readme/transcript.js';
import { readManifest, type WorkspacePackage } from '../../workspace/packages.js';
import { run, type Stage } from './processes.js';

/** A project outside of the repository that has installed packages from the registry. */
export interface Consumer {
  readonly of: WorkspacePackage;
  readonly folder: string;
  /** What its user reads. */
  readonly blocks: readonly Block[];
  /** The code that it runs: what its page shows, where what it has installed suffices for it. */
  readonly program: Program | undefined;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** All that npm may fetch for a consumer has to come from the registry of the rehearsal. */
function checkLock(folder: string, url: string): void {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
  };
  const strays = Object.values(lock.packages).flatMap(({ resolved }) =>
    resolved === undefined || resolved.startsWith(url) ? [] : resolved,
  );
  if (strays.length > 0) throw new Error(`installed from elsewhere: ${strays.join(', ')}`);
}

async function install(
  stage: Stage,
  { of, folder }: Pick<Consumer, 'of' | 'folder'>,
  names: readonly string[],
  url: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // The files that its page speaks of.
  if (existsSync(join(of.folder, 'test/readme'))) cpSync(join(of.folder, 'test/readme'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await run(stage, folder, ['npm', 'install', ...names]);
  checkLock(folder, url);
}

function pageOf(folder: string, name: string): readonly Block[] {
  // As it was published, not as it stands in the repository.
  return blocksOf(readFileSync(join(folder, 'node_modules', name, 'README.md'), 'utf8'));
}

/** Installs one package and nothing else; its page's code is run when it needs no more than that. */
export async function installAlone(stage: Stage, of: WorkspacePackage, url: string): Promise<Consumer> {
  const { name } = of.manifest;
  const folder = join(stage.folder, 'alone', of.id);
  await install(stage, { of, folder }, [name], url);
  const blocks = pageOf(folder, name);
  const program = programOf(blocks);
  const declared = Object.keys(readManifest(join(folder, 'node_modules', name)).dependencies ?? {});
  const has = new Set([name, ...declared]);
  const enough = (program?.imports ?? []).every((from) => from.startsWith('node:') || has.has(packageOf(from)));
  return { of, folder, blocks, program: enough ? program : undefined };
}

/** Installs what the page of a package says, if that is more than the package itself. */
export async function installAsShown(
  stage: Stage,
  { of, blocks }: Consumer,
  url: string,
): Promise<Consumer | undefined> {
  const program = programOf(blocks);
  const names = installedBy(blocks);
  if (!program || names.size < 2) return undefined;
  const folder = join(stage.folder, 'as-shown', of.id);
  await install(stage, { of, folder }, [...names], url);
  return { of, folder, blocks, program };
}
