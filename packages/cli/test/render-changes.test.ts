import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';
import { listing, scratch } from './scratch.js';

const profile = join(repository, 'examples/contoso/workspace.yaml');
const tagsOf = (week: number): readonly string[] => [
  '--service-tags',
  join(repository, `packages/cli/test/tags/public-${week}.json`),
];
const base = ['render', '--profile', profile, '--edition', '2026-03-19', '--target'];

function render(cwd: string, target: string, ...more: readonly string[]): Promise<Driven> {
  return drive([...base, target, ...more], { cwd });
}

describe('render --undo', () => {
  it.each([
    ['palo-alto', /^delete rulebase security rules /],
    ['fortinet', /^config firewall policy\n {4}delete /],
  ])('prints for %s what takes the rendering away, and no configuration', async (target, start) => {
    const { status, stdout, stderr } = await render(await scratch(), target, '--undo');
    expect(stdout).toMatch(start);
    expect(stdout).not.toMatch(/^ *set /m);
    expect(stderr).not.toContain('not printed');
    expect(status).toBe(0);
  });

  it('writes it beside the configuration', async () => {
    const cwd = await scratch();
    await render(cwd, 'palo-alto,fortinet', '--undo', '--out', 'o');
    const files = await listing(join(cwd, 'o'));
    expect(files).toEqual(
      expect.arrayContaining([
        'palo-alto/config.set',
        'palo-alto/undo.set',
        'fortinet/fortios.conf',
        'fortinet/undo.conf',
      ]),
    );
  });

  it('knows an earlier run by its file alone, with its options', async () => {
    const cwd = await scratch({ 'o.yaml': 'palo-alto: { prefix: hub, mode: panorama, deviceGroup: ml }\n' });
    const options = ['--options', 'o.yaml', ...tagsOf(401)];
    await render(cwd, 'palo-alto', ...options, '--out', 'then');
    const again = await drive(['render', '--target', 'palo-alto', '--undo', 'then/rendering.json'], { cwd });
    expect(again.stdout).toBe((await render(cwd, 'palo-alto', ...options, '--undo')).stdout);
    expect(again.stdout).toContain('delete device-group ml address hub-net-');
    expect(again).toMatchObject({ status: 0, stderr: '' });
    await drive(['render', '--target', 'palo-alto', '--undo', 'then/rendering.json', '--out', 'back'], { cwd });
    expect(await listing(join(cwd, 'back'))).toEqual(['palo-alto', 'palo-alto/undo.set']);
  });
});

describe('render of an update', () => {
  it.each(['palo-alto', 'fortinet'])('prints for %s the commands from an earlier run to this one', async (target) => {
    const cwd = await scratch();
    await render(cwd, target, ...tagsOf(401), '--out', 'then');
    const { status, stdout } = await render(cwd, target, ...tagsOf(402), '--update-from', 'then/rendering.json');
    expect(status).toBe(0);
    const full = await render(cwd, target, ...tagsOf(402));
    expect(stdout.length).toBeGreaterThan(0);
    expect(stdout.length).toBeLessThan(full.stdout.length / 4);
    const words = ['--previous-service-tags', tagsOf(401)[1] ?? ''];
    expect((await render(cwd, target, ...tagsOf(402), ...words)).stdout).toBe(stdout);
  });

  it('takes what the words do not say of before from now', async () => {
    const cwd = await scratch();
    const yaml = await readFile(profile, 'utf8');
    await writeFile(join(cwd, 'old.yaml'), yaml.replace('pytorch: true', 'pytorch: false'));
    const { stdout } = await render(cwd, 'palo-alto', '--previous-profile', 'old.yaml');
    expect(stdout).toMatch(/^set profiles custom-url-category aml-pytorch-hosts type "URL List"\n/);
    const rules = [...stdout.matchAll(/^(?:set|delete|move) rulebase security rules (\S+)/gm)].map(([, name]) => name);
    expect(new Set(rules)).toEqual(new Set(['aml-pytorch-hosts']));
    const since = await render(cwd, 'palo-alto', '--previous-edition', '2021-09-14');
    expect(since.stdout).toContain('edition 2026-03-19');
  });

  it('writes the way back and the whole configuration beside it', async () => {
    const cwd = await scratch();
    await render(cwd, 'fortinet', ...tagsOf(401), '--out', 'then');
    const { stderr } = await render(
      cwd,
      'fortinet',
      ...tagsOf(402),
      '--update-from',
      'then/rendering.json',
      '--out',
      'now',
    );
    expect(await listing(join(cwd, 'now'))).toEqual(
      ['', '/back-out', '/back-out/update.conf', '/fortios.conf', '/update.conf']
        .map((name) => `fortinet${name}`)
        .concat(['outcomes.json', 'rendering.json']),
    );
    expect(stderr).toContain('wrote now/fortinet/update.conf\n');
    const back = await render(cwd, 'fortinet', ...tagsOf(401), '--update-from', 'now/rendering.json');
    expect(await readFile(join(cwd, 'now/fortinet/back-out/update.conf'), 'utf8')).toBe(back.stdout);
  });

  it('says where nothing changes, and calls an update of an earlier run stale', async () => {
    const cwd = await scratch();
    await render(cwd, 'palo-alto', '--out', 'then');
    const now = await render(cwd, 'palo-alto', '--update-from', 'then/rendering.json');
    expect(now.stdout).toBe('');
    expect(now.stderr).toMatch(/^palo-alto: nothing changes$/m);
    await render(cwd, 'palo-alto', '--previous-edition', '2021-09-14', '--out', 'now');
    const next = await render(cwd, 'palo-alto', '--update-from', 'then/rendering.json', '--out', 'now');
    expect(next.stderr).toMatch(/^warning: now\/palo-alto\/update\.set is not of this run/m);
  });

  it('has the options of the earlier run, and refuses others', async () => {
    const cwd = await scratch({ 'o.yaml': 'palo-alto: { prefix: hub }\n', 'p.yaml': 'palo-alto: { prefix: new }\n' });
    await render(cwd, 'palo-alto', ...tagsOf(401), '--options', 'o.yaml', '--out', 'then');
    const from = [...tagsOf(402), '--update-from', 'then/rendering.json'];
    const { stdout } = await render(cwd, 'palo-alto', ...from);
    expect(stdout).toMatch(/^set tag hub /);
    expect((await render(cwd, 'palo-alto', ...from, '--options', 'o.yaml')).stdout).toBe(stdout);
    expect(await render(cwd, 'palo-alto', ...from, '--options', 'p.yaml')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: options of palo-alto: prefix: found "new", expected "hub" as in then/rendering.json\n',
    });
  });

  it('warns of a file of another version', async () => {
    const cwd = await scratch();
    await render(cwd, 'palo-alto', '--out', 'then');
    const file = join(cwd, 'then/rendering.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"version": "[^"]*"/, '"version": "0.0.1"'));
    const { status, stderr } = await render(cwd, 'palo-alto', '--update-from', 'then/rendering.json');
    expect(stderr).toMatch(/^warning: then\/rendering\.json is of version 0\.0\.1, this is /);
    expect(status).toBe(0);
  });
});

describe('words on changes that are refused', () => {
  it.each([
    ['an undo of an update', ['--undo', '--update-from', 'f'], '--undo: found --update-from with it'],
    [
      'an undo of a previous profile',
      ['--undo', '--previous-profile', 'f'],
      '--undo: found --previous-profile with it',
    ],
    [
      'a file and words',
      ['--update-from', 'f', '--previous-edition', '2021-09-14'],
      '--update-from: found --previous-edition with it',
    ],
    ['a profile beside the file', ['--undo', 'f'], '--undo f: found --profile with it'],
    [
      'what would be lost',
      ['--update-from', 'o/rendering.json', '--out', './o'],
      '--out ./o: found o/rendering.json there',
    ],
    ['a file that is not there', ['--update-from', 'f'], 'f: no such file'],
    ['a file that is no JSON', ['--update-from', 'text'], 'text: found no JSON, expected the rendering.json of'],
    ['another JSON file', ['--update-from', 'other.json'], 'other.json: policy: found nothing'],
    ['feeds without a place', ['--feeds'], '--feeds: files are written, expected --out with it'],
    ['a leave for feeds without feeds', ['--accept-shrunk'], '--accept-shrunk: says what feeds may be'],
  ])('%s', async (_what, words, message) => {
    const cwd = await scratch({ text: 'text', 'other.json': '{ "version": "1", "options": {} }' });
    const { status, stdout, stderr } = await render(cwd, 'palo-alto', ...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(`error: ${message}`), stderr).toBe(true);
    expect(await listing(cwd)).toEqual(['other.json', 'text']);
  });

  it.each([
    ['undo', ['--undo']],
    ['update', ['--previous-edition', '2021-09-14']],
    ['feeds', ['--feeds', '--out', 'o']],
  ])('a target that has no %s, with those that have', async (ability, words) => {
    const { status, stderr } = await render(await scratch(), 'azure-firewall,palo-alto', ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      new RegExp(
        `^error: --target: found azure-firewall, for which there is no ${ability}; expected with .* palo-alto, fortinet`,
      ),
    );
  });

  it('no profile, unless an earlier run is undone', async () => {
    const { status, stderr } = await drive(['render', '--target', 'palo-alto', '--undo']);
    expect([status, stderr]).toEqual([2, "error: required option '--profile <file>' not specified\n"]);
  });

  it('a target that the earlier run did not render', async () => {
    const cwd = await scratch();
    await render(cwd, 'palo-alto', '--out', 'then');
    const { status, stderr } = await drive(['render', '--target', 'fortinet', '--undo', 'then/rendering.json'], {
      cwd,
    });
    expect(status).toBe(2);
    expect(stderr).toBe('error: then/rendering.json: found no fortinet, expected a run that rendered it\n');
  });
});

describe('render --feeds', () => {
  const write = (cwd: string, week: number, ...more: readonly string[]): Promise<Driven> =>
    render(cwd, 'palo-alto,fortinet', ...tagsOf(week), '--feeds', '--out', 'o', ...more);
  const list = 'o/palo-alto/feeds/ip/aml-tag-AzureMachineLearning.txt';

  it('writes the lists beside the configuration, one prefix or URL on each line', async () => {
    const cwd = await scratch();
    const { status } = await write(cwd, 401);
    expect(status).toBe(0);
    expect(await readFile(join(cwd, list), 'utf8')).toMatch(/^([0-9a-f.:]+\/[0-9]+\n)+$/);
    expect(await readFile(join(cwd, 'o/palo-alto/feeds/url/aml-entra-id-hosts.txt'), 'utf8')).toBe(
      'login.microsoftonline.com/\n',
    );
    expect(await listing(join(cwd, 'o/fortinet'))).toContain('feeds/aml-feed-AzureMachineLearning.txt');
    expect(await listing(join(cwd, 'o/palo-alto'))).toContain('config.set');
  });

  it('refuses a list that lost more than half of its lines, and writes nothing, unless that is accepted', async () => {
    const cwd = await scratch();
    await write(cwd, 401);
    const old = Array.from({ length: 300 }, (_, i) => `10.0.${i % 256}.${i}/32\n`).join('');
    await writeFile(join(cwd, list), old);
    const before = await listing(cwd);
    const { status, stdout, stderr } = await write(cwd, 402, '--undo');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^error: o\/palo-alto\/feeds\/ip\/aml-tag-AzureMachineLearning\.txt: found [0-9]+ lines in place of 300, expected at least half of them; --accept-shrunk takes it\n$/,
    );
    expect(await listing(cwd)).toEqual(before);
    expect(await readFile(join(cwd, list), 'utf8')).toBe(old);
    expect((await write(cwd, 402, '--accept-shrunk')).status).toBe(0);
    expect(await readFile(join(cwd, list), 'utf8')).not.toBe(old);
  });

  it('calls a list stale that this run does not make', async () => {
    const cwd = await scratch();
    await write(cwd, 401);
    const { stderr } = await render(cwd, 'palo-alto', '--feeds', '--out', 'o');
    expect(stderr).toMatch(/^warning: o\/palo-alto\/feeds\/ip\/aml-tag-AzureMachineLearning\.txt is not of this run/m);
  });
});
