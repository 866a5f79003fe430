// Writes editions/*.json, what is shipped, from data/, what people write. Run after each change of data/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { readEditions, shippedFile } from './read-data.js';

const folder = new URL('../editions/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of readEditions().map(shippedFile)) {
  writeFileSync(new URL(name, folder), text);
  console.log(`editions/${name}: ${text.length} bytes`);
}
