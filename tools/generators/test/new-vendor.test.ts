import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesFrom, packageOf, spellingsOf, whyNot, writeFiles } from '../generate.js';

const repository = join(import.meta.dirname, '../../..');
const answers = join(import.meta.dirname, '../answers');
const id = 'acme-wall';
/** A compiler, a linter and a test runner start here, on a machine that has other work. */
const patience = 300_000;

interface Suite {
  readonly failed: ReadonlyMap<string, string>;
  readonly skipped: readonly string[];
  readonly passed: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the suite of a package as its author would, and reads what became of each check. */
function suiteIn(folder: string, environment: Readonly<Record<string, string>> = {}): Suite {
  const file = join(folder, 'report.json');
  const args = ['vitest', 'run', '--config', '../../vitest.config.ts', '--reporter=json', `--outputFile=${file}`];
  spawnSync('npx', args, { cwd: folder, stdio: 'ignore', env: { ...process.env, ...environment } });
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(file);
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const titles = (status: string): readonly string[] =>
    all.filter((one) => one.status === status).map(({ title }) => title);
  return {
    failed: new Map(
      all.filter(({ status }) => status === 'failed').map(({ title, failureMessages: [why = ''] }) => [title, why]),
    ),
    skipped: titles('skipped'),
    passed: titles('passed'),
  };
}

function run(command: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npx', command, { cwd, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

describe('names of vendors', () => {
  it('are spelled in each way that code needs', () => {
    expect(spellingsOf('cisco-asa')).toEqual({
      id: 'cisco-asa',
      camel: 'ciscoAsa',
      pascal: 'CiscoAsa',
      title: 'Cisco Asa',
    });
    expect(spellingsOf('acme').camel).toBe('acme');
  });

  it.each(['Acme', 'acme_wall', '-acme', 'a'.repeat(31), '../x', 'new-vendor', 'fortinet'])(
    'are refused: %s',
    (name) => {
      expect(whyNot(name, ['fortinet'])).toBeDefined();
    },
  );

  it('are taken when they are words that no package has', () => {
    expect(whyNot('cisco-asa', ['fortinet'])).toBeUndefined();
  });

  it(
    'are asked for by the command, which makes nothing else',
    () => {
      const call = (...args: readonly string[]): number | null =>
        spawnSync('npx', ['tsx', 'tools/new-vendor.ts', ...args], { cwd: repository, stdio: 'ignore' }).status;
      expect([call(), call('fortinet'), call('a', 'b')]).toEqual([2, 2, 2]);
    },
    patience,
  );
});

describe('a new package', () => {
  let folder = '';

  beforeAll(async () => {
    mkdirSync(join(repository, 'out'), { recursive: true });
    // As deep below the repository as a package is, so that its paths and packages are found.
    folder = mkdtempSync(join(repository, 'out/new-vendor-'));
    writeFiles(folder, await packageOf(id));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('has its own name everywhere', async () => {
    for (const [path, text] of await packageOf(id)) expect(`${path}\n${text}`).not.toMatch(/new.?vendor/i);
  });

  it(
    'compiles',
    () => {
      expect(run(['tsc', '-p', '.'], folder)).toBe('');
    },
    patience,
  );

  it(
    'runs red with what is still to answer, and with nothing else',
    () => {
      const { failed, skipped, passed } = suiteIn(folder);
      expect([...failed.keys()]).toEqual([
        'answers: fqdn',
        'answers: wildcard',
        'answers: suffix',
        'answers: url',
        'answers: service-tag',
        'answers: cidr',
        'answers: what is lowered is assembled',
        'answers: what is assembled is printed',
        'limits: characters of the name of a rule',
        'messages: each code is explained to users',
      ]);
      expect(failed.get('answers: wildcard')).toContain(
        'no answer yet: are hosts below example.com matched at any depth',
      );
      expect(failed.get('limits: characters of the name of a rule')).toContain('the page that prints it is not named');
      expect(failed.get('messages: each code is explained to users')).toContain('acme-wall/not-expressible');
      const guide = readFileSync(join(repository, 'docs/new-vendor.md'), 'utf8');
      for (const title of failed.keys()) expect(guide).toContain(`× ${title}`);
      expect(passed.length).toBeGreaterThan(2);
      expect(skipped.length).toBeGreaterThan(50);
      expect(skipped.filter((title) => !title.includes('not before every kind of destination has an answer'))).toEqual(
        [],
      );
    },
    patience,
  );

  it(
    'runs green once it is answered and its expected files are looked through',
    async () => {
      writeFiles(folder, await filesFrom(answers, id));
      rmSync(join(folder, 'src/unanswered.ts'));
      expect(run(['tsc', '-p', '.'], folder)).toBe('');
      expect(run(['eslint', '--no-ignore', 'src', 'test'], folder)).toBe('');
      expect([...suiteIn(folder, { UPDATE_GOLDEN: '1' }).failed]).toEqual([]);
      const { failed, skipped } = suiteIn(folder);
      expect([...failed]).toEqual([]);
      expect(skipped.length).toBeLessThan(6);
    },
    patience,
  );
});
