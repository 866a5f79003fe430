import { readFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// Run from a package's folder: builds every entry that its package.json exports.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { '@azureml-firewall/source'?: string }>;
};

function entriesOf(isMeant: (name: string) => boolean): string[] {
  return Object.entries(exports).flatMap(([name, entry]) =>
    typeof entry === 'string' || !isMeant(name) ? [] : (entry['@azureml-firewall/source'] ?? []),
  );
}

const shared: Options = {
  format: ['esm', 'cjs'],
  target: 'node20',
  // tsup sets `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  // Each entry is one file, which a cold import reads faster than two. What two entries say twice are functions and
  // constants: no class and no state.
  splitting: false,
};

/** The one entry that may use Node.js. */
const node = entriesOf((name) => name === './node');

export default defineConfig([
  {
    ...shared,
    entry: entriesOf((name) => name !== './node'),
    // Fails the build of a library that imports a Node built-in: libraries also run in browsers.
    platform: 'neutral',
    clean: ['!node.*'],
  },
  ...(node.length > 0 ? [{ ...shared, entry: node, platform: 'node' as const }] : []),
]);
