import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// Run from a package's folder: builds every entry that its package.json exports.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { '@azureml-firewall/source'?: string }>;
};

export default defineConfig({
  entry: Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : (entry['@azureml-firewall/source'] ?? []),
  ),
  format: ['esm', 'cjs'],
  target: 'node20',
  // Fails the build of a library that imports a Node built-in: libraries also run in browsers.
  platform: 'neutral',
  // tsup sets `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
});
