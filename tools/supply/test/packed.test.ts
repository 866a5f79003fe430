import { describe, expect, it } from 'vitest';
import { packFaults, type PackedFile } from '../packed.js';

const manifest = {
  name: 'one',
  version: '1.0.0',
  bin: { one: './dist/bin.js' },
  exports: {
    '.': {
      '@azureml-firewall/source': './src/index.ts',
      import: { types: './dist/index.d.ts', default: './dist/index.js' },
    },
    './data/*.json': './data/*.json',
    './package.json': './package.json',
  },
};
const file = (path: string, text = ''): PackedFile => ({ path, text, mode: 0o644 });
const good = [
  ...['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts', 'data/a.json'].map(
    (path) => file(path),
  ),
  file('dist/bin.js', '#!/usr/bin/env node\n'),
  file('dist/index.js.map', JSON.stringify({ sources: ['../src/index.ts'] })),
];
const faults = (files: readonly PackedFile[]): readonly string[] => packFaults(manifest, files, '/somewhere/on/disk');
const without = (path: string): readonly PackedFile[] => good.filter((one) => one.path !== path);

describe('a tarball', () => {
  it('may hold what is built, what is exported, and what tells of the package', () => {
    expect(faults(good)).toEqual([]);
    expect(faults(without('CHANGELOG.md'))).toEqual([]);
  });

  it.each([
    'src/index.ts',
    'test/index.test.ts',
    'tsconfig.json',
    'dist/deep/index.js',
    'data/a.txt',
    'api/index.api.md',
  ])('may not hold %s', (path) => {
    expect(faults([...good, file(path)])).toEqual([`${path} is packed, and nobody needs it`]);
  });

  it.each(['package.json', 'README.md', 'LICENSE'])('may not lack %s', (path) => {
    expect(faults(without(path))).toContain(`${path} is not packed`);
  });

  it.each([
    ['dist/index.d.ts', 'dist/index.d.ts'],
    ['data/a.json', 'data/*.json'],
    ['dist/bin.js', 'dist/bin.js'],
  ])('may not lack %s, which is promised', (path, pattern) => {
    expect(faults(without(path))).toEqual([`${pattern} is promised, and not packed`]);
  });

  it('may not tell of the machine that built it', () => {
    expect(faults([...without('dist/index.js'), file('dist/index.js', '"/somewhere/on/disk/x"')])).toEqual([
      'dist/index.js names a folder of this machine',
    ]);
    const map = file('dist/index.js.map', JSON.stringify({ sources: ['../../other/src/index.ts'] }));
    expect(faults([...without('dist/index.js.map'), map])).toEqual([
      expect.stringContaining('points to ../../other/src/index.ts'),
    ]);
  });

  it('may not hold a command that no shell can start', () => {
    expect(faults([...without('dist/bin.js'), file('dist/bin.js', 'import 1;')])).toEqual([
      'dist/bin.js is a command that no shell can start',
    ]);
  });
});
