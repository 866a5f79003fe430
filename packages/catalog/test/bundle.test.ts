import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';

const common = { bundle: true, write: false, format: 'esm', loader: { '.json': 'json' } } as const;

/** The package as it is published: one file, without the packages that it depends on. */
async function published(): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(import.meta.dirname, '../src/index.ts')],
    packages: 'external',
  });
  return outputFiles[0]?.text ?? '';
}

const contents = await published();

/** Puts the published file in place of the sources. */
const asPublished: Plugin = {
  name: 'as-published',
  setup(bundler) {
    bundler.onResolve({ filter: /^@azureml-firewall\/catalog$/ }, () => ({
      path: 'catalog',
      namespace: 'published',
      sideEffects: false,
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'published' }, () => ({ contents, resolveDir: import.meta.dirname }));
  },
};

/** What a user's bundle grows by, minified. */
async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    stdin: { contents: code, resolveDir: import.meta.dirname },
    minify: true,
    conditions: ['@azureml-firewall/source'],
    plugins: [asPublished],
  });
  return outputFiles[0]?.text ?? '';
}

/** The editions whose text is in a bundle. */
const editionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"edition\\?":\\?"([\d-]+)/g)].map(([, edition = '']) => edition);

it('leaves every edition out of a bundle that plans one of its own', async () => {
  const text = await bundled("export { planEdition } from '@azureml-firewall/catalog';");
  expect(editionsIn(text)).toEqual([]);
  expect(text).not.toContain('zod');
});

it('takes one edition into a bundle that imports it as JSON, and no other', async () => {
  const text = await bundled(
    `import { planEdition } from '@azureml-firewall/catalog';
     import edition from '@azureml-firewall/catalog/editions/2026-03-19.json';
     export const plan = (profile) => planEdition(edition, profile);`,
  );
  expect(text.match(/2021-09-14|2022-09-06|2023-04-14/g)).toBeNull();
  expect(text).toContain('entra-id-tag');
});

it('is small without data: who only asks which editions there are loads neither them nor a planner', async () => {
  const text = await bundled("export { editions } from '@azureml-firewall/catalog';");
  expect(editionsIn(text)).toEqual([]);
  expect(text).not.toContain('usgovvirginia');
  expect(gzipSync(text).length).toBeLessThanOrEqual(4000);
});

it('leaves the history out of a bundle that plans, and zod out of all but its own entry', async () => {
  const text = await bundled("export { plan } from '@azureml-firewall/catalog';");
  expect(editionsIn(text).toSorted()).toEqual(['2021-09-14', '2022-09-06', '2023-04-14', '2026-03-19']);
  expect(text).not.toMatch(/ports-stated|safeParse/);
});
