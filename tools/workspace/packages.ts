import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the tools read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Name of its folder: `rule-model`. */
  readonly id: string;
  /** Its folder, absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The repository that these tools stand in. */
export const repository = resolve(import.meta.dirname, '../..');

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** All packages that are published, by the names of their folders. */
export function publicPackages(root = repository): readonly WorkspacePackage[] {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .toSorted()
    .filter((id) => existsSync(join(packages, id, 'package.json')))
    .map((id) => ({ id, folder: join(packages, id), manifest: readManifest(join(packages, id)) }))
    .filter(({ manifest }) => manifest.private !== true);
}
