import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Edition } from '@azureml-firewall/catalog';
import { repository } from '../../workspace/packages.js';
import { lastRelease } from '../last-release.js';
import { emptyCatalog, type CatalogData } from './catalog-data.js';

const place = 'packages/catalog';
const folders = { editions: `${place}/editions`, schemas: `${place}/schemas`, regions: `${place}/data/regions.json` };

/** Reads files of one state of the repository. */
interface Reader {
  readonly list: (folder: string) => readonly string[];
  readonly read: (path: string) => string;
}

function catalogBy({ list, read }: Reader): CatalogData {
  const editions = list(folders.editions).map((path) => JSON.parse(read(path)) as Edition);
  const { regions } = JSON.parse(read(folders.regions)) as { readonly regions: readonly { readonly name: string }[] };
  return {
    editions: editions.toSorted((one, other) => (one.edition < other.edition ? -1 : 1)),
    schemas: Object.fromEntries(
      list(folders.schemas).map((path) => [basename(path), JSON.parse(read(path)) as unknown]),
    ),
    regions: regions.map(({ name }) => name),
  };
}

/** The catalog's data as it stands in the tree. */
export function catalogOfTree(root = repository): CatalogData {
  return catalogBy({
    list: (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  });
}

/** The catalog's data at a commit or tag. */
export function catalogAt(revision: string, root = repository): CatalogData {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return catalogBy({
    list: (folder) =>
      git('ls-tree', '--name-only', revision, `${folder}/`)
        .split('\n')
        .filter((path) => path !== ''),
    read: (path) => git('show', `${revision}:${path}`),
  });
}

/** The catalog's data as it was last released; empty before the first release. */
export function releasedCatalog(root = repository): CatalogData {
  const tag = lastRelease(join(root, place), root).tag;
  return tag === undefined ? emptyCatalog : catalogAt(tag, root);
}
