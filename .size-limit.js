// What an import may cost, minified and gzipped, without what a package depends on. Read by `npx size-limit` after a build.
import { readFileSync, readdirSync } from 'node:fs';

const read = (id) => JSON.parse(readFileSync(`packages/${id}/package.json`, 'utf8'));
const entriesOf = ({ exports }) =>
  Object.entries(exports)
    // What needs Node.js is not loaded over a network.
    .filter(([subpath]) => subpath !== './node')
    .flatMap(([, target]) => target.import?.default ?? []);

/** Renderers that miss their limit of 20 kB, with what they may not exceed instead. */
const missed = {
  // Prints five languages, and the security group and route table beside the firewall.
  azureFirewall: '30 kB',
};

const isRenderer = (value) => typeof value === 'object' && value !== null && 'lower' in value && 'print' in value;

/** What of an entry is measured: a renderer at a time, since nobody needs two, or all of it. */
async function partsOf(path) {
  // Who only reads which editions there are loads none of them.
  if (path === 'catalog/dist/index.js') return [{ import: '{ editions }', limit: '4 kB' }];
  const exported = Object.entries(await import(`./packages/${path}`));
  const renderers = exported.flatMap(([name, value]) => (isRenderer(value) ? name : []));
  if (renderers.length > 0) return renderers.map((name) => ({ import: `{ ${name} }`, limit: missed[name] ?? '20 kB' }));
  return [{ limit: '25 kB' }];
}

const entries = [];
for (const id of readdirSync('packages')) {
  const manifest = read(id);
  const ignore = Object.keys(manifest.dependencies ?? {});
  for (const file of entriesOf(manifest)) {
    const path = `${id}/${file.slice(2)}`;
    for (const part of await partsOf(path))
      entries.push({
        name: [part.import, path].filter(Boolean).join(' of '),
        path: `packages/${path}`,
        gzip: true,
        ignore,
        ...part,
      });
  }
}

const editions = readdirSync('packages/catalog/src/generated')
  .filter((file) => /^\d{4}-\d{2}-\d{2}\.ts$/.test(file))
  .map((file) => ({
    name: `edition ${file.slice(0, -3)}`,
    path: `packages/catalog/src/generated/${file}`,
    limit: '15 kB',
    gzip: true,
  }));

export default [...entries, ...editions];
