import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { apiLevel } from '../api-change.js';
import { lastRelease } from '../last-release.js';
import { noteOfVersion, notesInChangesets } from '../pending-notes.js';

const root = mkdtempSync(join(tmpdir(), 'last-release-'));
const folder = join(root, 'packages/one');
const write = (path: string, text: string): void => {
  writeFileSync(join(root, path), text);
};
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
    cwd: root,
    stdio: 'ignore',
  });
};

mkdirSync(folder, { recursive: true });
mkdirSync(join(root, '.changeset'));
write('packages/one/package.json', '{ "name": "one", "version": "0.3.0" }');
write('.changeset/config.json', '{}');
git('init', '--initial-branch=main');
git('add', '--all');
git('commit', '--message', 'Begin');

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the last release of a package', () => {
  beforeEach(() => {
    write('packages/one/CHANGELOG.md', '# one\n\n## 0.3.0\n\n### Minor Changes\n\n- Three.\n\n## 0.2.0\n\n- Two.\n');
  });

  it('is none where there is no changelog, or its only version is not published', () => {
    rmSync(join(folder, 'CHANGELOG.md'));
    expect(lastRelease(folder, root)).toEqual({});
    write('packages/one/CHANGELOG.md', '# one\n\n## 0.2.0\n\n- Two.\n');
    expect(lastRelease(folder, root)).toEqual({ unpublished: { version: '0.2.0', text: '- Two.' } });
  });

  it('is refused where its tag is not here, so that nothing passes for want of it', () => {
    expect(() => lastRelease(folder, root)).toThrow('one@0.2.0 is not among the tags');
  });

  it('is the one before, while a version is written and not published', () => {
    git('tag', 'one@0.2.0');
    const last = lastRelease(folder, root);
    expect(last).toEqual({
      tag: 'one@0.2.0',
      version: '0.2.0',
      unpublished: { version: '0.3.0', text: '### Minor Changes\n\n- Three.' },
    });
    expect(noteOfVersion(last)).toEqual([{ bump: 'minor', text: '### Minor Changes\n\n- Three.' }]);
  });

  it('is the newest one that is published', () => {
    git('tag', 'one@0.3.0');
    expect(lastRelease(folder, root)).toEqual({ tag: 'one@0.3.0', version: '0.3.0' });
    expect(noteOfVersion(lastRelease(folder, root))).toEqual([]);
  });
});

it('the notes are those under .changeset, by package', async () => {
  write('.changeset/a.md', "---\n'one': minor\n'two': patch\n---\n\nAdds a.\n");
  expect(await notesInChangesets(root)).toEqual(
    new Map([
      ['one', [{ bump: 'minor', text: 'Adds a.' }]],
      ['two', [{ bump: 'patch', text: 'Adds a.' }]],
    ]),
  );
});

describe('a public surface', () => {
  const report =
    '```ts\n// @public\nexport function a(): void;\n\n// @public\nexport interface B {\n}\n\nexport { c }\n```\n';

  it.each([
    ['breaks a promise when a name is gone', report.replace('export interface B', 'interface B'), 'breaking'],
    ['breaks a promise when a name that is passed on is gone', report.replace('export { c }', ''), 'breaking'],
    [
      'asks for a minor version when a signature changes',
      report.replace('a(): void', 'a(b: string): void'),
      'addition',
    ],
    ['asks for nothing when a remark changes', report.replace('// @public', '// @public (undocumented)'), undefined],
  ])('%s', (_, after, level) => {
    expect(apiLevel(report, after)).toBe(level);
  });
});
