// Prints what changed in the catalog's data since its last release; with --changeset, writes it as the note of the next.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, repository } from '../workspace/packages.js';
import { bumpForAll } from './catalog/bump.js';
import { compareCatalogs } from './catalog/compare-catalogs.js';
import { releaseNotes } from './catalog/notes.js';
import { catalogOfTree, releasedCatalog } from './catalog/states.js';
import { lastRelease } from './last-release.js';

const folder = join(repository, 'packages/catalog');
const changes = compareCatalogs(releasedCatalog(), catalogOfTree());
const notes = releaseNotes(changes);
const bump = bumpForAll(changes, lastRelease(folder, repository).version ?? '0.0.0');

if (bump === undefined) {
  console.log('The data is as it was released.');
} else if (process.argv.includes('--changeset')) {
  const path = '.changeset/catalog-data.md';
  writeFileSync(join(repository, path), `---\n'${readManifest(folder).name}': ${bump}\n---\n\n${notes}\n`);
  console.log(`${path}: a ${bump} version`);
} else {
  console.log(`${notes}\n\nThe next version of the catalog is a ${bump} one.`);
}
