/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { policies } from '@azureml-firewall/conformance/random';
import { squid } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { directivesIn, installed, parsed, whyNot } from './support/real-squid.js';

const { directory } = squid.defaults;
const patience = 120_000;

const one = policy([rule('one', ['a.example', '*.b.example'], ['tcp/443'])]);
const { artifacts } = render(squid, one);

function changed(path: string, change: (text: string) => string): readonly Artifact[] {
  return artifacts.map((artifact) =>
    artifact.path === path ? { ...artifact, text: change(artifact.text) } : artifact,
  );
}

const broken: readonly (readonly [what: string, files: readonly Artifact[]])[] = [
  [
    'a misspelled action',
    changed('squid.conf', (text) => text.replace('http_access deny all', 'http_access dany all')),
  ],
  ['a missing list', artifacts.filter(({ path }) => path !== 'lists/one_exact.txt')],
  ['an empty list', changed('lists/one_exact.txt', () => '')],
  ['a domain below another', changed('lists/one_below.txt', (text) => `.x.b.example\n${text}`)],
  [
    'a broken regular expression',
    changed('squid.conf', (text) => text.replace(/^(acl one_exact .*)$/m, '$1\nacl x url_regex (')),
  ],
];

describe.skipIf(whyNot !== undefined)(`the real squid${whyNot === undefined ? '' : ` (${whyNot})`}`, () => {
  it('reads every line of any policy without a complaint, whatever its texts try', { timeout: patience }, () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        const rendering = render(squid, given, chosen);
        if (rendering.artifacts.length === 0) return;
        const { complaints, processed } = parsed(rendering.artifacts, chosen.directory ?? directory);
        expect(complaints).toEqual([]);
        expect(processed).toEqual(directivesIn(rendering.artifacts));
      }),
      { seed: 20_260_319, numRuns: 60 },
    );
  });

  it('takes no comment for a directive, however long it is and whatever it ends with', () => {
    const texts = [`${'x'.repeat(499)}\\`, `${'y '.repeat(249)}\\`, 'http_access allow all', '" \\', '漢'.repeat(490)];
    const hostile = policy(
      texts.map((text, i) => rule(`r${i}`, [`h${i}.example`], ['tcp/443'], { purpose: text, caution: text })),
    );
    const rendering = render(squid, { ...hostile, edition: 'x'.repeat(499) });
    const { complaints, processed } = parsed(rendering.artifacts, directory);
    expect(complaints).toEqual([]);
    expect(processed).toEqual(directivesIn(rendering.artifacts));
    expect(processed.filter((line) => line.startsWith('http_access allow'))).toHaveLength(texts.length);
  });

  it.each(broken)('says so of %s, which its exit status need not tell', (_, files) => {
    expect(parsed(files, directory).complaints).not.toEqual([]);
  });
});

describe.skipIf(whyNot !== undefined)(`apply.sh${whyNot === undefined ? '' : ` (${whyNot})`}`, () => {
  /** Runs the script with a squid that only parses, and notes what else it is told. */
  function applied(files: readonly Artifact[]): { readonly status: number | null; readonly told: string } {
    return installed(files, directory, (root) => {
      const bin = join(root, 'bin');
      mkdirSync(bin);
      writeFileSync(join(root, 'told'), '');
      const script = `#!/bin/sh\nif [ "$2" = parse ]; then exec /usr/sbin/squid "$@"; fi\necho "$*" >>'${root}/told'\n`;
      writeFileSync(join(bin, 'squid'), script);
      chmodSync(join(bin, 'squid'), 0o755);
      const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
      const { status } = spawnSync('sh', [join(root, 'apply.sh')], { env, cwd: '/' });
      return { status, told: readFileSync(join(root, 'told'), 'utf8').replaceAll(root, directory) };
    });
  }

  it.each(broken)('leaves squid as it is where the files have %s', (_, files) => {
    const { status, told } = applied(files);
    expect(status).not.toBe(0);
    expect(told).toBe('');
  });

  it('has a running squid read sound files anew', () => {
    const { status, told } = applied(artifacts);
    expect(status).toBe(0);
    expect(told).toBe(`-k check -f ${directory}/squid.conf\n-k reconfigure -f ${directory}/squid.conf\n`);
  });
});

const noShellcheck = spawnSync('shellcheck', ['--version']).status !== 0;

describe.skipIf(noShellcheck)(`shellcheck${noShellcheck ? ' (missing: apt-get install shellcheck)' : ''}`, () => {
  it.each([{}, { bump: true }, { mode: 'intercept' as const, bump: true }])(
    'has nothing to say of apply.sh (%o)',
    (chosen) => {
      const script = render(squid, one, chosen).artifacts.find(({ path }) => path === 'apply.sh')?.text ?? '';
      expect(spawnSync('shellcheck', ['-'], { input: script, encoding: 'utf8' }).stdout).toBe('');
    },
  );
});
