/// <reference types="node" />
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { conformance, policy, rule } from '../src/index.js';
import { command, folder, ownCases, textFile, textsAt } from '../src/node.js';
import { acme, type AcmeOptions } from './support/acme.js';
import { adapter, memory } from './support/acme-adapter.js';

const made: string[] = [];

function scratch(): URL {
  const path = mkdtempSync(join(tmpdir(), 'conformance-test-'));
  made.push(path);
  return pathToFileURL(`${path}/`);
}

afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true });
});

describe('folder', () => {
  it('reads what it wrote, replaces it whole, and leaves what is given', () => {
    const root = scratch();
    const files = folder(root, { update: true, given: ['policy.json'] });
    files.write?.('one', { 'a.txt': 'a\n', 'sub/b.txt': 'b\n' });
    writeFileSync(new URL('one/policy.json', root), '{}');
    expect(files.read('one')).toEqual({ 'a.txt': 'a\n', 'sub/b.txt': 'b\n' });
    files.write?.('one', { 'sub/b.txt': 'c\n' });
    expect(files.read('one')).toEqual({ 'sub/b.txt': 'c\n' });
    expect(readdirSync(new URL('one/', root)).toSorted()).toEqual(['policy.json', 'sub']);
    expect(files.names()).toEqual(['one']);
  });

  it('writes nothing unless it is asked to, and has nothing where nothing is', () => {
    const files = folder(new URL('nowhere/', scratch()));
    expect(files.write).toBeUndefined();
    expect(files.names()).toEqual([]);
    expect(files.read('one')).toEqual({});
  });
});

describe('own cases', () => {
  const given = policy([rule('one', ['example.com'], ['tcp/443'])]);
  const parsers = { policy: (value: unknown) => policySchema.parse(value), options: (): Partial<AcmeOptions> => ({}) };

  it('are held against their files, with what they show besides', async () => {
    const root = scratch();
    const write = (file: string, value: unknown): void => {
      writeFileSync(new URL(file, root), JSON.stringify(value));
    };
    mkdirSync(new URL('one', root));
    write('one/policy.json', given);
    write('one/previous.json', policy([]));
    write('one/also.json', ['undo']);
    const run = async (update: boolean): Promise<string> => {
      const own = ownCases(root, { ...parsers, update });
      const checks = conformance(acme, { ...adapter, expected: memory(), own });
      const found = checks.find(({ name }) => name === 'own cases: one');
      return (await found?.run())?.reason ?? 'no such check';
    };
    expect(await run(false)).toContain('acme.conf is printed and not expected');
    expect(await run(true)).toBe('');
    expect(await run(false)).toBe('');
    expect(readdirSync(new URL('one/', root))).toEqual(
      expect.arrayContaining(['acme.conf', 'outcomes.json', 'undo.conf', 'update.conf']),
    );
  });

  it('are refused when they show what nothing prints', () => {
    const root = scratch();
    mkdirSync(new URL('one', root));
    writeFileSync(new URL('one/policy.json', root), JSON.stringify(given));
    writeFileSync(new URL('one/also.json', root), '["redo"]');
    expect(() => ownCases(root, parsers)).toThrow('expected a list of undo, feeds');
  });
});

describe('text files', () => {
  it('are read, and written when that is asked for', () => {
    const file = new URL('sub/page.md', scratch());
    expect(textFile(file).read()).toBeUndefined();
    expect(textFile(file).write).toBeUndefined();
    textFile(file, { update: true }).write?.('text\n');
    expect(textFile(file).read()).toBe('text\n');
    expect(textsAt(file)).toEqual(['text\n']);
  });
});

describe('command', () => {
  const artifacts = [{ path: 'sub/rules.js', text: 'rules(\n', spans: [] }];
  const node = (argumentsFor: (path: string, file: string) => readonly string[] | undefined) =>
    command<AcmeOptions>('node --check', { program: process.execPath, argumentsFor });

  it('asks a program about each file, and gives what it says as the reason', async () => {
    const checker = node((_, file) => ['--check', file]);
    expect(checker.missing).toBeUndefined();
    expect(await checker.accepts(artifacts, acme.defaults)).toMatchObject({
      status: 'fail',
      reason: expect.stringMatching(/^sub\/rules\.js: .*SyntaxError/s) as unknown,
    });
    const sound = [{ path: 'rules.js', text: 'rules();\n', spans: [] }];
    expect(await checker.accepts(sound, acme.defaults)).toEqual({ status: 'pass', reason: '' });
  });

  it('skips what the program can not judge', async () => {
    const { accepts } = node(() => undefined);
    expect(await accepts(artifacts, acme.defaults)).toMatchObject({ status: 'skip' });
  });

  it('says when the program is not there, and the check is a skip with that reason', () => {
    const missing = command<AcmeOptions>('acme --check', { program: 'no-such-program', argumentsFor: () => [] });
    const checks = conformance(acme, { ...adapter, expected: memory(), syntax: [missing] });
    const [syntax] = checks.filter(({ name }) => name.startsWith('syntax: '));
    expect(syntax?.skip).toBe('no-such-program is not installed');
    expect(syntax?.run()).toEqual({ status: 'skip', reason: 'no-such-program is not installed' });
  });
});
