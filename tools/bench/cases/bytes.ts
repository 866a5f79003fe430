import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Result } from '../result.js';

const root = resolve(import.meta.dirname, '../../..');
const renderers = ['azure-firewall', 'palo-alto', 'fortinet', 'iptables', 'squid'];

async function bundled(code: string, external: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: [...external],
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}

/** Row 11: what a user's bundle grows by, minified and gzipped. */
export async function bytes(): Promise<readonly Result[]> {
  const kib = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
  const editions = readdirSync(join(root, 'packages/catalog/editions')).map((name) => {
    const text = JSON.stringify(JSON.parse(readFileSync(join(root, 'packages/catalog/editions', name), 'utf8')));
    return [name, gzipSync(text).length] as const;
  });
  const largest = Math.max(...editions.map(([, size]) => size));
  const made = renderers.filter((name) => existsSync(join(root, 'packages', name, 'dist/index.js')));
  const sizes = await Promise.all(
    made.map(
      async (name) =>
        [
          name,
          await bundled(`export * from '@azureml-firewall/${name}'`, [
            '@azureml-firewall/rule-model',
            '@azureml-firewall/renderer-kit',
          ]),
        ] as const,
    ),
  );
  const index = await bundled(`export { editions } from '@azureml-firewall/catalog'`, []);
  return [
    {
      row: '11',
      work: 'catalog index without data',
      measured: { bytes: index },
      figure: kib(index),
      target: '≤ 4 kB',
      met: index <= 4000,
    },
    {
      row: '11',
      work: 'largest edition, gzipped',
      measured: Object.fromEntries(editions),
      figure: kib(largest),
      target: '≤ 15 kB',
      met: largest <= 15_000,
    },
    ...sizes.map(([name, size]): Result => ({
      row: '11',
      work: `renderer ${name} without its dependencies`,
      measured: { bytes: size },
      figure: kib(size),
      target: '≤ 20 kB',
      met: size <= 20_000,
    })),
  ];
}
