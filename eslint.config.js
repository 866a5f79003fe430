import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const lower = [['rule-model'], ['catalog', 'service-tags', 'flow-logs', 'renderer-kit']];
/** Every package that is not named otherwise is a vendor's; the test kit stands beside them. */
const others = new Set([...lower.flat(), 'cli']);
const vendors = readdirSync(new URL('packages/', import.meta.url)).filter((name) => !others.has(name));
/** The packages by layer, lowest first: a package imports from lower layers only, never sideways. */
const layers = [...lower, vendors];
/** What a layer may not import although it is lower: a vendor renders a policy from any source. */
const strangers = { 2: ['catalog', 'service-tags', 'flow-logs'] };

const scope = 'azureml-firewall';
const allowedIn = (level) =>
  layers
    .slice(0, level)
    .flat()
    .filter((name) => !(strangers[level] ?? []).includes(name));

const layerRules = layers.map((packages, level) => ({
  files: packages.map((name) => `packages/${name}/src/**`),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(azureml-firewall(/|$)|@${scope}/(?!(${allowedIn(level).join('|') || 'none'})(/|$)))`,
            message: 'Import from the layers below only (the table stands in eslint.config.js).',
          },
          { regex: `^@${scope}/[^/]+/(src|dist|test)/`, message: 'Import what the package exports.' },
          { regex: '^(\\.\\./)+[^/]+/src/', message: 'Import another package by its name.' },
        ],
      },
    ],
    'no-console': 'error',
    'no-restricted-globals': ['error', 'Date', 'process', 'performance', 'setTimeout', 'setInterval', 'fetch'],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
  },
}));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/coverage/',
    '**/out/',
    '.nx/',
    // Laid over the template of a vendor, and checked there.
    'tools/generators/answers/',
    'tools/registry/node_modules/',
    'packages/catalog/src/generated/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^zod/] > :not(ImportNamespaceSpecifier, Literal)',
          message: "Write `import * as z from 'zod'`: named imports of zod do not tree-shake.",
        },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'Export by name.' },
      ],
    },
  },
  { files: ['*.config.ts', 'tools/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['packages/*/src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
    },
  },
  layerRules,
);
