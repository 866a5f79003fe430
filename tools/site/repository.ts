import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Source } from './markdown.js';

/** The repository that this tool stands in. */
export const root = resolve(import.meta.dirname, '../..');

function read(file: string): readonly Source[] {
  const path = join(root, file);
  return existsSync(path) ? [{ file, text: readFileSync(path, 'utf8') }] : [];
}

function inFolder(folder: string): readonly Source[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.toSorted().flatMap((name) => read(`${folder}/${name}`));
}

/** The names of the packages' folders. */
export const packages: readonly string[] = readdirSync(join(root, 'packages'))
  .filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
  .toSorted();

/** The pages for readers: of the whole, of each package, and what each renderer says. */
export function sources(): { readonly guides: readonly Source[]; readonly readmes: readonly Source[] } {
  return {
    guides: [...read('README.md'), ...read('CONTRIBUTING.md'), ...read('examples/README.md'), ...inFolder('docs')],
    readmes: packages.flatMap((name) => read(`packages/${name}/README.md`)),
  };
}

/** The pages on findings that the test kit writes. */
export function trialPages(): readonly Source[] {
  return existsSync(join(root, 'docs/diagnostics')) ? inFolder('docs/diagnostics') : [];
}
