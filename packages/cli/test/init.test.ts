import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { completeProfile, profileDefaults, regions } from '@azureml-firewall/catalog';
import { parseProfile } from '@azureml-firewall/catalog/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFor, openRegions, profileOf, type Draft } from '../src/init/draft.js';
import { profileText } from '../src/init/profile-text.js';
import { answerAny, answerOne, type Question } from '../src/init/question.js';
import { whatQuestions, whereQuestions } from '../src/init/questions.js';
import { parseDocument } from '../src/input/parse-document.js';
import { drive } from './drive.js';
import { listing, scratch } from './scratch.js';

const questions = [...whereQuestions, ...whatQuestions];
const fresh = draftFor({ cloud: 'public', name: '' });

async function read(text: string): Promise<unknown> {
  const parsed = parseProfile((await parseDocument(text, 'w.yaml')).value);
  return parsed.ok ? parsed.profile : parsed.issues;
}

/** Any answer that a person could give to a question. */
function answers(question: Question, draft: Draft): fc.Arbitrary<Draft> {
  switch (question.kind) {
    case 'one-of':
      return fc
        .constantFrom(...question.options(draft).map(({ name }) => name))
        .map((name) => answerOne(question, draft, name));
    case 'any-of':
      return fc.subarray(question.options.map(({ name }) => name)).map((names) => answerAny(question, draft, names));
    case 'words':
      return fc
        .constantFrom('', 'contosoml', 'true', 'null', '12345', '1e5', '0x1ff', '10.0.0.0/8, 2001:db8::/32')
        .map((text) => question.apply(draft, text))
        .filter((so) => parseProfile(profileOf(so)).ok);
  }
}

const drafts = questions.reduce(
  (so, question) =>
    so.chain((draft) => (question.asks?.(draft) === false ? fc.constant(draft) : answers(question, draft))),
  fc.constant(fresh),
);

describe('the questions', () => {
  it('lead to a profile that reads as it was answered, whatever the answers', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        expect(await read(profileText(draft))).toEqual(parsedProfile(draft));
      }),
    );
  });

  it('lead to the defaults where each is answered as proposed', () => {
    const proposed = questions.reduce((draft, question) => {
      switch (question.kind) {
        case 'one-of':
          return answerOne(question, draft, question.chosen(draft));
        case 'any-of':
          return answerAny(
            question,
            draft,
            question.options.filter(({ isOn }) => isOn(draft)).map(({ name }) => name),
          );
        case 'words':
          return question.apply(draft, '');
      }
    }, fresh);
    const { cloud, region } = proposed;
    expect(completeProfile(profileOf(proposed))).toEqual({ ...profileDefaults, cloud, region });
  });

  it('offer the regions of the cloud that was chosen, and no others', () => {
    const [cloud, region] = whereQuestions;
    if (cloud?.kind !== 'one-of' || region?.kind !== 'one-of') throw new Error('not choices');
    const names = region.options(answerOne(cloud, fresh, 'usgov')).map(({ name }) => name);
    expect(names).toEqual(openRegions.filter((one) => one.cloud === 'usgov').map(({ name }) => name));
    expect(names).toContain('usgovvirginia');
  });
});

/** What the parser makes of a draft: names in lower case, defaults filled in. */
function parsedProfile(draft: Draft): unknown {
  const parsed = parseProfile(profileOf(draft));
  return parsed.ok ? parsed.profile : undefined;
}

describe('init --defaults', () => {
  it.each(regions.filter(({ status }) => status === undefined).filter((_, i) => i % 9 === 0))(
    'writes a profile for $name that plan accepts',
    async ({ name, cloud }) => {
      const cwd = await scratch();
      const written = await drive(['init', '--defaults', '--region', name], { cwd });
      expect(written).toEqual({
        status: 0,
        stdout: '',
        stderr: 'wrote workspace.yaml\nnext: azureml-firewall plan --profile workspace.yaml\n',
      });
      expect(await read(await readFile(join(cwd, 'workspace.yaml'), 'utf8'))).toMatchObject({ cloud, region: name });
      expect((await drive(['plan', '--profile', 'workspace.yaml'], { cwd })).status).toBe(0);
    },
  );

  it('writes the commented profile', async () => {
    const cwd = await scratch();
    await drive(['init', '--yes', '--region', 'eastus2', '--out', 'a/w.yaml'], { cwd });
    await expect(await readFile(join(cwd, 'a/w.yaml'), 'utf8')).toMatchFileSnapshot('golden/init-eastus2.yaml');
  });

  it('replaces a file only by force', async () => {
    const cwd = await scratch({ 'w.yaml': 'mine' });
    const words = ['init', '--yes', '--region', 'eastus2', '--out', 'w.yaml'];
    expect((await drive(words, { cwd })).status).toBe(2);
    expect(await readFile(join(cwd, 'w.yaml'), 'utf8')).toBe('mine');
    expect((await drive([...words, '--force'], { cwd })).status).toBe(0);
    expect(await readFile(join(cwd, 'w.yaml'), 'utf8')).toContain('region: eastus2');
  });
});

/** A person at a terminal who types an answer to each question when it is put. */
function person(answers: readonly (readonly [question: RegExp, keys: string])[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
  const waiting = [...answers];
  let seen = '';
  output.on('data', (part: Buffer) => {
    seen += part.toString();
    const [next] = waiting;
    if (!next?.[0].test(seen)) return;
    waiting.shift();
    seen = '';
    // One key at a time, after what is shown has been shown.
    for (const [i, key] of Array.from(next[1]).entries()) setTimeout(() => input.write(key), 10 * (i + 1));
  });
  return { person: { input, output }, waiting };
}

describe('init at a terminal', () => {
  const enter = '\r';

  it('asks, says what is wrong with an answer, and writes what was answered', async () => {
    const cwd = await scratch();
    const at = person([
      [/Which Azure cloud/, enter],
      [/Which region/, `eastus2${enter}`],
      [/default storage account/, `Contoso${enter}`],
      [/expected a storage account name/, `${'\u007f'.repeat(7)}contosoml${enter}`],
      [/container registry/, enter],
      [/hbi_workspace/, enter],
      [/private endpoint/, enter],
      [/Which compute/, enter],
      [/Kubernetes cluster attached/, enter],
      [/Docker images/, enter],
      [/Which packages/, enter],
      [/Which tools/, enter],
      [/diagnostics travel/, enter],
      [/Which prefixes/, `10.20.0.0/16${enter}`],
    ]);
    const { status, stdout, stderr } = await drive(['init'], { cwd, person: at.person });
    expect(at.waiting).toEqual([]);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^wrote workspace\.yaml\n/);
    expect(await read(await readFile(join(cwd, 'workspace.yaml'), 'utf8'))).toEqual(
      completeProfile({
        cloud: 'public',
        region: 'eastus2',
        storage: 'contosoml',
        network: { ...profileDefaults.network, sources: ['10.20.0.0/16'] },
      }),
    );
  }, 20_000);

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('writes nothing after %s', async (_what, key) => {
    const cwd = await scratch();
    const at = person([[/default storage account/, key]]);
    expect(await drive(['init', '--region', 'eastus2'], { cwd, person: at.person })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: cancelled: nothing was written\n',
    });
    expect(await listing(cwd)).toEqual([]);
  });

  it('gives up when the terminal goes away', async () => {
    const at = person([]);
    const done = drive(['init', '--region', 'eastus2'], { cwd: await scratch(), person: at.person });
    at.person.output.once('data', () => at.person.input.destroy());
    expect((await done).status).toBe(2);
  });

  it('does not replace a file that came up meanwhile', async () => {
    const cwd = await scratch();
    const at = person([
      [/default storage account/, enter],
      [/container registry/, '\u0003'],
    ]);
    at.person.output.once('data', () => void writeFile(join(cwd, 'workspace.yaml'), 'mine'));
    expect((await drive(['init', '--region', 'eastus2'], { cwd, person: at.person })).status).toBe(2);
    expect(await readFile(join(cwd, 'workspace.yaml'), 'utf8')).toBe('mine');
  });
});
