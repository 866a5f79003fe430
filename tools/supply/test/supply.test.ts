import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicPackages, readManifest, repository } from '../../workspace/packages.js';
import { broughtAlong, nameOf, readLock, type Lock } from '../lock.js';
import { billOfMaterials } from '../sbom.js';

const packages = publicPackages();
const own = new Set(packages.map(({ manifest }) => manifest.name));
const lock = readLock(repository);
const roots = packages.map(({ id }) => `packages/${id}`);
const atRunTime = broughtAlong(lock, roots);

/** Licences that ask for no more than to be named. */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
]);

/** Folders with a lock file of their own. */
const locked = ['.', ...readdirSync(join(repository, 'tools')).map((name) => `tools/${name}`)].filter((folder) =>
  existsSync(join(repository, folder, 'package-lock.json')),
);

describe.each(locked)('the lock file of %s', (folder) => {
  const entries = Object.entries(readLock(join(repository, folder)));
  const others = entries.filter(([place, { link }]) => place.includes('node_modules/') && !link);

  it('names no registry', () => {
    expect(entries.filter(([, { resolved }]) => resolved?.includes('://')).map(([place]) => place)).toEqual([]);
  });

  it('holds what each package must hash to', () => {
    expect(others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
  });
});

describe('what is installed at run time', () => {
  it('has a licence that asks for no more than to be named', () => {
    const licences = [...atRunTime].map((place) => [nameOf(place), lock[place]?.license] as const);
    expect(licences.filter(([, license]) => !allowed.has(license ?? 'none'))).toEqual([]);
    expect(packages.filter(({ manifest }) => manifest.license !== 'MIT').map(({ id }) => id)).toEqual([]);
  });

  it('runs nothing while it is installed', () => {
    const scripts = (entries: Lock): readonly string[] =>
      [...atRunTime].filter((place) => 'hasInstallScript' in (entries[place] ?? {}));
    expect(scripts(lock)).toEqual([]);
  });

  it('stands in the bill of materials, all of it and nothing else', () => {
    const { components } = JSON.parse(billOfMaterials()) as {
      readonly components: readonly { readonly purl: string }[];
    };
    const purl = (name: string, version = ''): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const expected = [
      ...[...atRunTime].map((place) => purl(nameOf(place), lock[place]?.version)),
      ...packages.map(({ manifest }) => purl(manifest.name, manifest.version)),
    ];
    expect(components.map((one) => one.purl).toSorted()).toEqual(expected.toSorted());
  }, 60_000);

  it('is refused where a lock file lacks it', () => {
    expect(() => broughtAlong({ 'packages/a': { dependencies: { b: '1' } } }, ['packages/a'])).toThrow(
      'packages/a depends on b, which is not locked',
    );
  });
});

describe('docs/dependencies.md', () => {
  const text = readFileSync(join(repository, 'docs/dependencies.md'), 'utf8');
  const [, runTime = '', development = ''] = /## At run time\n(.*)## For development\n(.*)$/s.exec(text) ?? [];
  const rows = (part: string): readonly string[] => part.split('\n').filter((line) => /^\| (?!-|package )/.test(line));
  /** Names in the first column: `[zod](https://zod.dev)`, `nx`, `eslint, @eslint/js`, `verdaccio (tools/registry)`. */
  const named = (part: string): readonly string[] =>
    rows(part).flatMap((row) => {
      const [, first = ''] = row.split('|');
      return first
        .replace(/\([^)]*\)/g, '')
        .replace(/[[\]\s]/g, '')
        .split(',');
    });
  // In both tables: a package of ours depends on it, and tests use it.
  const only = (names: readonly string[]): readonly string[] => names.filter((name) => !named(runTime).includes(name));
  const external = (names: readonly string[]): readonly string[] =>
    [...new Set(names)].filter((name) => !own.has(name));

  it('gives a reason for each package that is installed with ours', () => {
    const needed = external(packages.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {})));
    expect(named(runTime).toSorted()).toEqual(needed.toSorted());
    expect(rows(runTime).filter((row) => (row.split('|')[3] ?? '').trim().length < 40)).toEqual([]);
  });

  it('gives a reason for each package that development needs', () => {
    const manifests = [readManifest(repository), ...packages.map(({ manifest }) => manifest)];
    const tools = locked.filter((folder) => folder !== '.').map((folder) => readManifest(join(repository, folder)));
    const needed = external([
      ...manifests.flatMap(({ devDependencies = {} }) => Object.keys(devDependencies)),
      ...tools.flatMap(({ dependencies = {} }) => Object.keys(dependencies)),
    ]);
    expect(only(named(development)).toSorted()).toEqual(only(needed).toSorted());
  });
});
