// Run in a consumer's folder with the specifiers of its package: each is loaded as an ES module and as CommonJS, and
// has to hold the same either way.
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const { code, json } = JSON.parse(process.argv[2] ?? '{}');
const require = createRequire(import.meta.url);
const fail = (what) => {
  throw new Error(what);
};

for (const specifier of code) {
  const [esm, cjs] = [await import(specifier), require(specifier)];
  const names = Object.keys(esm).sort();
  if (names.length === 0) fail(`${specifier} exports nothing`);
  if (!isDeepStrictEqual(names, Object.keys(cjs).sort())) fail(`${specifier} differs between import and require`);
  for (const name of names) if (esm[name] === undefined) fail(`${specifier} exports ${name}, which is undefined`);
}
for (const specifier of json) {
  const { default: esm } = await import(specifier, { with: { type: 'json' } });
  if (!isDeepStrictEqual(esm, require(specifier))) fail(`${specifier} differs between import and require`);
}
