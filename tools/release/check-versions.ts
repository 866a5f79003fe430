// Fails when what changed since the last release is not told by the notes of the next one, or by too small a version.
import { publicPackages, repository } from '../workspace/packages.js';
import { noteFaults } from './catalog/check-notes.js';
import { compareCatalogs } from './catalog/compare-catalogs.js';
import { catalogOfTree, releasedCatalog } from './catalog/states.js';
import { apiNoteFaults } from './check-api-notes.js';
import { lastRelease } from './last-release.js';
import { noteOfVersion, notesInChangesets } from './pending-notes.js';

const pending = await notesInChangesets(repository);
const faults = publicPackages().flatMap((of) => {
  const last = lastRelease(of.folder, repository);
  const notes = [...(pending.get(of.manifest.name) ?? []), ...noteOfVersion(last)];
  const ofData =
    of.id === 'catalog'
      ? noteFaults(compareCatalogs(releasedCatalog(), catalogOfTree()), notes, last.version ?? '0.0.0')
      : [];
  return [...ofData, ...apiNoteFaults(of, last, notes)];
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error('\n`npx changeset` writes a note; `npm run release:notes -- --changeset` writes that of the data.');
  process.exitCode = 1;
} else {
  console.log('versions: the notes tell what changed since the last release');
}
