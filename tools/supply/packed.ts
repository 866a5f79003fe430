import { posix } from 'node:path';
import type { Manifest } from '../workspace/packages.js';

/** A file of a tarball. */
export interface PackedFile {
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

const always = ['package.json', 'README.md', 'LICENSE'];
/** What a build makes: modules, declarations and the maps of both. */
const built = /^dist\/[\w.$-]+\.(js|cjs|d\.ts|d\.cts)(\.map)?$/;

function targetsOf(exported: unknown): readonly string[] {
  if (typeof exported === 'string') return [exported];
  if (typeof exported !== 'object' || exported === null) return [];
  // The condition that this repository resolves by is not for users, and its files are not packed.
  return Object.entries(exported).flatMap(([name, target]) => (name.includes('/source') ? [] : targetsOf(target)));
}

/** Files that package.json says are there: exports, bins. A star stands for at least one file. */
function promised({ exports = {}, bin = {} }: Manifest): readonly string[] {
  return [...Object.values(exports), ...Object.values(bin)].flatMap(targetsOf).map((path) => path.replace(/^\.\//, ''));
}

function matches(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined ? path === pattern : path.startsWith(before) && path.endsWith(after);
}

/** Sources that a map names outside of the package. */
function strayMaps({ path, text }: PackedFile): readonly string[] {
  if (!path.endsWith('.map')) return [];
  const { sources } = JSON.parse(text) as { readonly sources: readonly string[] };
  const leaves = (source: string): boolean => /^(\.\.\/|\/|\w+:)/.test(posix.join(posix.dirname(path), source));
  return sources.filter(leaves).map((source) => `${path} points to ${source}, outside of the package`);
}

/** What is wrong with what a package's tarball holds. */
export function packFaults(manifest: Manifest, files: readonly PackedFile[], repository: string): readonly string[] {
  const paths = files.map(({ path }) => path);
  const promises = promised(manifest);
  const expected = (path: string): boolean =>
    always.includes(path) ||
    path === 'CHANGELOG.md' ||
    built.test(path) ||
    promises.some((pattern) => !pattern.startsWith('dist/') && matches(pattern, path));
  const bins = new Set(Object.values(manifest.bin ?? {}).map((path) => path.replace(/^\.\//, '')));
  return [
    ...paths.filter((path) => !expected(path)).map((path) => `${path} is packed, and nobody needs it`),
    ...always.filter((path) => !paths.includes(path)).map((path) => `${path} is not packed`),
    ...promises
      .filter((pattern) => !paths.some((path) => matches(pattern, path)))
      .map((pattern) => `${pattern} is promised, and not packed`),
    ...files
      .filter(({ text }) => text.includes(repository))
      .map(({ path }) => `${path} names a folder of this machine`),
    ...files
      .filter(({ path, text }) => bins.has(path) && !text.startsWith('#!/usr/bin/env node\n'))
      .map(({ path }) => `${path} is a command that no shell can start`),
    ...files.flatMap(strayMaps),
  ];
}
