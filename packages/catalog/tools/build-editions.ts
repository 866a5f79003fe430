// Writes what is shipped, editions/*.json, purposes/*.json, schemas/*.json and src/generated/*.ts, from data/, what people
// write. Run after each change of data/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated.js';
import { schemaFiles } from './schemas.js';
import { purposeFiles, readEditions, readTombstones, shippedFile } from './read-data.js';

function write(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  const place = new URL(`../${folder}/`, import.meta.url);
  mkdirSync(place, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(new URL(name, place), text);
    console.log(`${folder}/${name}: ${text.length} bytes`);
  }
}

const editions = readEditions();
write('editions', editions.map(shippedFile));
write('purposes', purposeFiles());
write('schemas', schemaFiles());
write('src/generated', generatedFiles(editions, readTombstones()));
