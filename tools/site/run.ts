// Writes the site of the project to out/site or the folder that is given: guides, packages, catalog, findings, support and the API reference.
import { join } from 'node:path';
import { writeApi } from './api.js';
import { writeSite } from './build.js';
import { root } from './repository.js';

const folder = process.argv[2] ?? join(root, 'out/site');
const pages = await writeSite(folder);
await writeApi(join(folder, 'api'));
console.log(`${pages.length} pages and the API reference in ${folder}`);
