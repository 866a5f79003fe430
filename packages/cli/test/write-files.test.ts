import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../src/output/write-files.js';
import { Refusal } from '../src/refusal.js';
import { listing, scratch } from './scratch.js';

describe('writeFiles', () => {
  it('writes into directories that are not there yet, and over files that are', async () => {
    const at = await scratch({ 'old.json': 'old' });
    await writeFiles([
      { path: join(at, 'a/b/new.json'), text: 'new' },
      { path: join(at, 'old.json'), text: 'newer' },
    ]);
    expect(await listing(at)).toEqual(['a', 'a/b', 'a/b/new.json', 'old.json']);
    expect(await readFile(join(at, 'old.json'), 'utf8')).toBe('newer');
  });

  it('writes nothing when one of the files can not be written', async () => {
    const at = await scratch({ 'old.json': 'old' });
    await mkdir(join(at, 'taken.json'));
    const written = writeFiles([
      { path: join(at, 'old.json'), text: 'newer' },
      { path: join(at, 'a/b/new.json'), text: 'new' },
      { path: join(at, 'taken.json'), text: 'x' },
    ]);
    await expect(written).rejects.toThrow(/taken\.json: found a directory, expected a file or nothing$/);
    expect(await listing(at)).toEqual(['old.json', 'taken.json']);
    expect(await readFile(join(at, 'old.json'), 'utf8')).toBe('old');
  });

  it('puts everything back when one of the files can not be moved to its place', async () => {
    const at = await scratch({ 'old.json': 'old' });
    // The last makes a directory of the place of the one before it, which shows only when that is moved there.
    const written = writeFiles([
      { path: join(at, 'old.json'), text: 'newer' },
      { path: join(at, 'new.json'), text: 'new' },
      { path: join(at, 'x'), text: 'x' },
      { path: join(at, 'x/y.json'), text: 'y' },
    ]);
    await expect(written).rejects.toBeInstanceOf(Refusal);
    expect(await listing(at)).toEqual(['old.json']);
    expect(await readFile(join(at, 'old.json'), 'utf8')).toBe('old');
  });

  it('leaves no copy of what it wrote over', async () => {
    const at = await scratch({ 'old.json': 'old' });
    await writeFiles([{ path: join(at, 'old.json'), text: 'newer' }]);
    expect(await listing(at)).toEqual(['old.json']);
  });

  it('refuses a file where a directory is needed', async () => {
    const at = await scratch();
    await writeFile(join(at, 'file'), '');
    await expect(writeFiles([{ path: join(at, 'file/x.json'), text: '' }])).rejects.toThrow(
      /file: found a file, expected a directory to write into$/,
    );
    await expect(writeFiles([{ path: join(at, 'file/deep/x.json'), text: '' }])).rejects.toBeInstanceOf(Refusal);
  });

  it('says why the system refuses', async () => {
    const at = await scratch();
    await symlink(join(at, 'nowhere'), join(at, 'link'));
    await expect(writeFiles([{ path: join(at, 'link/x.json'), text: '' }])).rejects.toThrow(
      /link: exists already, expected a directory to write into$/,
    );
    await expect(writeFiles([{ path: join(at, 'n'.repeat(300)), text: '' }])).rejects.toThrow(/the name is too long/);
    expect(await listing(at)).toEqual(['link']);
  });
});
