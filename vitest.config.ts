import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

// Used from the root for all packages, and by `nx test` for one. Workspace packages load from their sources.
export default defineConfig({
  ssr: { resolve: { conditions: ['@azureml-firewall/source'] } },
  test: {
    include: ['**/test/**/*.test.ts'],
    // The template of a vendor has no answers, so that its tests fail: tools/generators/test runs them where it stands.
    exclude: [...configDefaults.exclude, 'tools/generators/{vendor,answers}/**', 'out/**'],
    // As many as a small machine has cores: the default keeps one back, which on two of them doubles the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test judges speed: a machine that does something else as well must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', new URL('tools/summary-reporter.ts', import.meta.url).pathname],
    coverage: {
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/bin.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 90, branches: 85 },
    },
  },
});
