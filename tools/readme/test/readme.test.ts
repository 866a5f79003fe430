import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicPackages } from '../../workspace/packages.js';
import { blocksOf } from '../blocks.js';
import { typeFaults } from '../check-types.js';
import { programOf, unmetClaims } from '../program.js';
import { inScratch, installCommand, runLine, runProgram } from '../run.js';
import { asksAPerson, commandsOf, installedBy, mayFind } from '../transcript.js';

const pages = publicPackages().map((of) => {
  const path = join(of.folder, 'README.md');
  const blocks = existsSync(path) ? blocksOf(readFileSync(path, 'utf8')) : [];
  return { id: of.id, of, blocks, program: programOf(blocks) };
});
const programs = pages.flatMap(({ program, ...page }) => (program ? [{ ...page, program }] : []));
const transcripts = pages.filter(({ blocks }) => blocks.some(({ language }) => language === 'console'));

describe.each(pages)('the README of $id', ({ blocks, of }) => {
  it('shows how to use the package', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('says of each block what language it is in', () => {
    expect(blocks.filter(({ language }) => language === '').map(({ line }) => line)).toEqual([]);
  });

  it('installs what its code imports, of packages that there are', () => {
    const installed = installedBy(blocks);
    const imports = (programOf(blocks)?.imports ?? []).filter((name) => !name.startsWith('node:'));
    const needed = imports.map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
    // A package that comes with the one at hand need not be named.
    const known = new Set([...installed, ...Object.keys(of.manifest.dependencies ?? {})]);
    expect(needed.filter((name) => !known.has(name))).toEqual([]);
    const names = new Set(publicPackages().map(({ manifest }) => manifest.name));
    expect([...installed].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the shell lines of the READMEs', () => {
  it.each(pages)('are shell: $id', ({ blocks }) => {
    const lines = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
    // Without running them: they speak to registries and clouds.
    expect(runLine('bash -n', process.cwd(), process.env, lines.join('')).stderr).toBe('');
  });
});

describe('the code of the READMEs', () => {
  it('has the types that it is shown with', () => {
    expect(typeFaults(programs.map(({ of, program }) => ({ of, text: program.text })))).toEqual([]);
  }, 120_000);

  it.each(programs)(
    'runs, and prints what its comments say: $id',
    async ({ of, program }) => {
      const { status, stdout, stderr } = await runProgram(of, program.text);
      expect([status, stderr]).toEqual([0, '']);
      expect(unmetClaims(program, stdout)).toEqual([]);
    },
    30_000,
  );
});

describe('the commands of the READMEs', () => {
  it.each(transcripts)(
    'do their work: $id',
    async ({ of, blocks }) => {
      const commands = blocks.filter(({ language }) => language === 'console').flatMap(commandsOf);
      await inScratch(of, async (folder) => {
        const env = await installCommand(of, folder);
        for (const { line, shown } of commands.filter((one) => !asksAPerson(one.line))) {
          const [, file] = /^cat (\S+)$/.exec(line) ?? [];
          if (file !== undefined) writeFileSync(join(folder, file), `${shown}\n`);
          const { status, stdout, stderr } = runLine(line, folder, env);
          expect(mayFind(line) ? [0, 1] : [0], `${line}\n${stderr}`).toContain(status);
          expect(stderr, line).not.toContain('Node.js v');
          expect(stdout.trim(), line).toContain(shown);
        }
      });
    },
    60_000,
  );
});
