import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drive, type Driven } from './drive.js';
import { listing, scratch } from './scratch.js';

const good = 'cloud: public\nregion: eastus2\nstorage: contosoml\n';

/** What holds for every refusal: status 2, nothing printed, no stack, nothing written. */
async function refused(words: readonly string[], cwd: string): Promise<string> {
  const before = await listing(cwd);
  const { status, stdout, stderr }: Driven = await drive(words, { cwd });
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(await listing(cwd)).toEqual(before);
  return stderr;
}

describe('a profile that is refused', () => {
  it.each([
    [
      'an unknown cloud',
      'cloud: private\nregion: eastus2\n',
      /^error: w\.yaml:1:8: cloud: found "private", expected .*public.*usgov.*china/,
    ],
    ['no cloud', 'region: eastus2\n', /^error: w\.yaml:1:1: cloud: found .*, expected .*public/],
    [
      'an unknown region',
      'cloud: public\nregion: eastus9\n',
      /^error: w\.yaml:2:9: region: found "eastus9", expected .*region/,
    ],
    [
      'a region of another cloud',
      'cloud: usgov\nregion: eastus2\n',
      /^error: w\.yaml:2:9: region: found "eastus2", expected a region of cloud usgov/,
    ],
    [
      'a storage account that Azure refuses',
      good.replace('contosoml', 'Contoso-ML'),
      /^error: w\.yaml:3:10: storage: found "Contoso-ML", expected .*3 to 24 lower-case letters and digits/,
    ],
    [
      'a registry that Azure refuses',
      `${good}registry: my-acr\n`,
      /^error: w\.yaml:4:11: registry: found "my-acr", expected .*5 to 50/,
    ],
    ['a misspelt key', `${good}storrage: x\n`, /^error: w\.yaml:4:1: storrage: found .*, expected .*storage/],
    [
      'a misspelt key further down',
      `${good}compute:\n  instance: true\n`,
      /^error: w\.yaml:5:3: compute\.instance: found .*, expected .*instances/,
    ],
    [
      'an unknown key in a list',
      `${good}extra:\n  - { to: a.example.org, ports: [tcp/443], because: x, why: y }\n`,
      /^error: w\.yaml:5:56: extra\[0\]\.why: found .*, expected /,
    ],
    [
      'an unknown role',
      `${good}network: { sources: { cumpute: [10.0.0.0/8] } }\n`,
      /^error: w\.yaml:4:2\d: network\.sources\.cumpute: found .*, expected .*compute/,
    ],
    [
      'a value of another kind',
      `${good}compute: { instances: sometimes }\n`,
      /^error: w\.yaml:4:23: compute\.instances: found "sometimes", expected .*(true|boolean)/,
    ],
    [
      'a prefix with bits after it',
      `${good}network: { sources: [10.0.0.1/8] }\n`,
      /^error: w\.yaml:4:22: network\.sources\[0\]: found "10\.0\.0\.1\/8", expected .*10\.0\.0\.0\/8/,
    ],
    [
      'ports out of range',
      `${good}extra: [{ to: a.example.org, ports: [tcp/70000], because: x }]\n`,
      /^error: w\.yaml:4:38: extra\[0\]\.ports\[0\]: found "tcp\/70000", expected a port from 1 to 65535/,
    ],
    [
      'a line break in a text',
      `${good}extra: [{ to: a.example.org, ports: [tcp/443], because: "x\\ny" }]\n`,
      /^error: w\.yaml:4:57: extra\[0\]\.because: found "x\\ny", expected one line/,
    ],
    ['a list', '- cloud: public\n', /^error: w\.yaml:1:1: found .*, expected /],
    ['a single word', 'public\n', /^error: w\.yaml:1:1: found .*, expected /],
    ['broken YAML', 'cloud: [public\nregion: eastus2\n', /^error: w\.yaml:2:1: .*, expected YAML or JSON/],
    ['broken JSON', '{ "cloud": "public", "region": }}', /^error: w\.yaml:1:3\d: .*, expected YAML or JSON/],
    ['a duplicate key', `${good}cloud: china\n`, /^error: w\.yaml:4:1: found "cloud" twice, expected each key once/],
    ['two documents', `${good}---\n${good}`, /^error: w\.yaml:4:1: found a second document, expected one/],
    [
      'an alias bomb',
      `a: &a [x]\n${['b', 'c', 'd']
        .map(
          (name, i) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abc'.charAt(i)}`)
              .join(', ')}]`,
        )
        .join('\n')}\n`,
      /^error: w\.yaml: Excessive alias count/,
    ],
    ['an empty file', '', /^error: w\.yaml: found an empty file, expected a mapping/],
    [
      'a file that is too large',
      `# ${'x'.repeat(1024 * 1024)}\n`,
      /^error: w\.yaml: found more than 1 MiB, expected a smaller file/,
    ],
    [
      'a binary file',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]),
      /^error: w\.yaml: found bytes that are no text, expected YAML or JSON/,
    ],
  ])('names file, place, path and expectation for %s', async (_what, content, message) => {
    const cwd = await scratch({ 'w.yaml': content });
    expect(await refused(['plan', '--profile', 'w.yaml'], cwd)).toMatch(message);
    expect(await refused(['render', '--profile', 'w.yaml', '--target', 'all', '--out', 'out'], cwd)).toMatch(message);
  });

  it('shows all faults, and no more than twenty', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `key${i}: 1\n`).join('');
    const cwd = await scratch({ 'two.yaml': 'cloud: public\nregion: x\nstorage: Y\n', 'many.yaml': good + keys });
    expect((await refused(['plan', '--profile', 'two.yaml'], cwd)).split('\n')).toHaveLength(3);
    expect(await refused(['plan', '--profile', 'many.yaml'], cwd)).toMatch(/error: many\.yaml: and 10 more\n$/);
  });

  it('says what is wrong with the file itself', async () => {
    const cwd = await scratch({ file: good });
    expect(await refused(['plan', '--profile', 'none.yaml'], cwd)).toBe(
      'error: none.yaml: no such file, expected a file that can be read\n',
    );
    expect(await refused(['plan', '--profile', '.'], cwd)).toBe('error: .: found a directory, expected a file\n');
    expect(await refused(['plan', '--profile', 'file/w.yaml'], cwd)).toMatch(/a part of the path is no directory/);
  });
});

describe('words that are refused', () => {
  it.each([
    ['an unknown verb', ['plam'], /^error: unknown command 'plam'\n\(Did you mean plan\?\)/],
    [
      'an unknown option',
      ['plan', '--profil', 'w.yaml'],
      /^error: unknown option '--profil'\n\(Did you mean --profile\?\)/,
    ],
    [
      'an option of another verb',
      ['render', '--profile', 'w.yaml', '--target', 'all', '--excluded'],
      /^error: unknown option '--excluded'/,
    ],
    ['no profile', ['plan'], /^error: required option '--profile <file>' not specified/],
    ['no target', ['render', '--profile', 'w.yaml'], /^error: required option '--target <names>' not specified/],
    [
      'an unknown target',
      ['render', '--profile', 'w.yaml', '--target', 'checkpoint'],
      /^error: .*Unknown target "checkpoint"\. Allowed are azure-firewall.*, or all\./,
    ],
    [
      'an empty target',
      ['render', '--profile', 'w.yaml', '--target', 'azure-firewall,'],
      /^error: .*Unknown target ""/,
    ],
    [
      'an unknown edition',
      ['plan', '--profile', 'w.yaml', '--edition', '2020-01-01'],
      /^error: .*'2020-01-01' is invalid\. Allowed choices are .*2021-09-14/,
    ],
    [
      'an unknown addressing',
      ['plan', '--profile', 'w.yaml', '--addressing', 'names'],
      /Allowed choices are service-tags, hosts, both/,
    ],
    [
      'an unknown format',
      ['plan', '--profile', 'w.yaml', '--format', 'xlsx'],
      /Allowed choices are table, json, csv, markdown/,
    ],
    [
      'what a ticket can not hold',
      ['plan', '--profile', 'w.yaml', '--format', 'csv', '--excluded'],
      /^error: --excluded: a ticket holds what is asked for, expected --format table, json or markdown/,
    ],
    [
      'an unknown breadth',
      ['plan', '--profile', 'w.yaml', '--breadth', 'wide'],
      /Allowed choices are strict, balanced, broad/,
    ],
    [
      'an unknown role',
      ['plan', '--profile', 'w.yaml', '--roles', 'compute,\u001b[31m'],
      /^error: .*Unknown role "\\u\{1b\}\[31m"\. Allowed are compute, cluster, .*\./,
    ],
    ['no edition to compare', ['diff', '--from', '2021-09-14'], /^error: required option '--to <date>' not specified/],
    [
      'an edition that is none',
      ['diff', '--from', '2021-09-14', '--to', 'today'],
      /^error: .*'today' is invalid\. Allowed choices are 2021-09-14/,
    ],
    [
      'a way to plan without a workspace',
      ['diff', '--from', '2021-09-14', '--to', '2023-04-14', '--roles', 'compute'],
      /^error: --roles: says how a workspace is planned, expected --profile with it/,
    ],
    [
      'a workspace that is not there',
      ['diff', '--from', '2021-09-14', '--to', '2023-04-14', '--profile', 'none.yaml'],
      /^error: none\.yaml: no such file/,
    ],
    [
      'an id that resembles others',
      ['history', 'Storge-Tag'],
      /^error: found "Storge-Tag", expected the id of a requirement or route, such as storage-tag, /,
    ],
    ['a part of ids', ['history', 'workspace-'], /such as workspace-storage-hosts|such as (workspace-[a-z-]+(, )?)+/],
    [
      'an id that resembles none',
      ['history', '\u001b[31m'],
      /^error: found "\\u\{1b\}\[31m", expected the id of a requirement or route, as plan and find print them\n$/,
    ],
    ['no id', ['history'], /^error: missing required argument 'id'/],
    ['nothing to find', ['find', ' '], /^error: found an empty text, expected a host, a service tag or a port/],
    [
      'one edition and all',
      ['find', 'x', '--edition', '2021-09-14', '--all-editions'],
      /^error: option '--all-editions' cannot be used with option '--edition <date>'/,
    ],
    [
      'nobody to ask',
      ['init'],
      /^error: there is no terminal to ask questions on, expected one, or --defaults --region/,
    ],
    [
      'no region to assume',
      ['init', '--defaults'],
      /^error: --defaults: there is no default region, expected --region/,
    ],
    [
      'a region by its display name',
      ['init', '--yes', '--region', 'East US 2'],
      /^error: --region: found "East US 2", expected the ARM name of a region, such as eastus2, /,
    ],
    [
      'a region that is none',
      ['init', '--yes', '--region', '?'],
      /expected the ARM name of a region, such as eastus2, usgovvirginia, chinanorth3\n$/,
    ],
    [
      'a profile that is there already',
      ['init', '--yes', '--region', 'eastus2', '--out', 'w.yaml'],
      /^error: w\.yaml: exists already, expected a new file, or --force to replace it\n$/,
    ],
    [
      'no log',
      ['replay', '--profile', 'w.yaml', '--log-format', 'squid'],
      /^error: required option '--log <file>' not/,
    ],
    [
      'a log of no known format',
      ['replay', '--profile', 'w.yaml', '--log', 'w.yaml', '--log-format', 'syslog'],
      /Allowed choices are azure-firewall, pan-os, fortigate, squid, iptables, flows/,
    ],
    [
      'a log without its format',
      ['replay', '--profile', 'w.yaml', '--log', 'w.yaml'],
      /^error: required option '--log-format <format>' not specified/,
    ],
    [
      'a log that is not there',
      ['replay', '--profile', 'w.yaml', '--log', 'none.log', '--log-format', 'squid'],
      /^error: none\.log: no such file, expected a file that can be read\n$/,
    ],
    [
      'a directory of logs',
      ['replay', '--profile', 'w.yaml', '--log', '.', '--log-format', 'squid'],
      /^error: \.: found a directory, expected a file\n$/,
    ],
    [
      'no stdin',
      ['replay', '--profile', 'w.yaml', '--log', '-', '--log-format', 'squid'],
      /^error: -: there is nothing on stdin, expected a log\n$/,
    ],
    ['a word too many', ['plan', '--profile', 'w.yaml', 'more'], /^error: too many arguments/],
    ['a control character', ['plan', '--\u001b[31m'], /^error: unknown option '--\\u\{1b\}\[31m'/],
  ])('gives one clear error for %s', async (_what, words, message) => {
    expect(await refused(words, await scratch({ 'w.yaml': good }))).toMatch(message);
  });
});

describe('options of targets that are refused', () => {
  it.each([
    [
      'an unknown target',
      'palo: {}\n',
      /^error: o\.yaml:1:1: palo: found an unknown target, expected one of azure-firewall/,
    ],
    [
      'an unknown option',
      'azure-firewall:\n  polcyName: x\n',
      /^error: o\.yaml:2:3: azure-firewall\.polcyName: found an unknown key, expected one of .*policyName/,
    ],
    [
      'a value of another kind',
      'azure-firewall: { policyName: 5 }\n',
      /^error: o\.yaml:1:31: azure-firewall\.policyName: found 5, expected a text/,
    ],
    [
      'a value that is none of the choices',
      'azure-firewall: { sku: Gold }\n',
      /^error: o\.yaml:1:24: azure-firewall\.sku: found "Gold", expected Basic or Standard or Premium/,
    ],
    [
      'a name that Azure refuses',
      'azure-firewall: { policyName: "a b" }\n',
      /^error: o\.yaml:1:31: azure-firewall\.policyName: found "a b", expected .*letters/,
    ],
    [
      'options that are no mapping',
      'azure-firewall: [policyName]\n',
      /^error: o\.yaml:1:\d+: azure-firewall: found a list, expected /,
    ],
    ['a list', '[]\n', /^error: o\.yaml:1:1: found a list, expected a mapping of targets to options/],
    ['an empty file', '', /^error: o\.yaml: found an empty file/],
  ])('names file, place, path and expectation for %s', async (_what, content, message) => {
    const cwd = await scratch({ 'w.yaml': good, 'o.yaml': content });
    const words = ['render', '--profile', 'w.yaml', '--target', 'all', '--options', 'o.yaml', '--out', 'out'];
    expect(await refused(words, cwd)).toMatch(message);
  });

  it('also where the target they are for is not rendered this time', async () => {
    const cwd = await scratch({ 'w.yaml': good, 'o.yaml': 'fortinet: { vdmo: root }\n' });
    const words = ['render', '--profile', 'w.yaml', '--target', 'squid', '--options', 'o.yaml', '--out', 'out'];
    expect(await refused(words, cwd)).toMatch(/^error: o\.yaml:1:13: fortinet\.vdmo: found an unknown key, /);
  });
});

describe('places that are refused', () => {
  it('writes nothing where a file stands in the way', async () => {
    const cwd = await scratch({ 'w.yaml': good, out: '' });
    const words = ['render', '--profile', 'w.yaml', '--target', 'all', '--out', 'out'];
    expect(await refused(words, cwd)).toMatch(/out: found a file, expected a directory to write into\n$/);
  });

  it('writes nothing where one of the files can not be replaced', async () => {
    const cwd = await scratch({ 'w.yaml': good });
    await mkdir(join(cwd, 'out/outcomes.json'), { recursive: true });
    await writeFile(join(cwd, 'out/kept'), '');
    const words = ['render', '--profile', 'w.yaml', '--target', 'all', '--out', 'out'];
    expect(await refused(words, cwd)).toMatch(/outcomes\.json: found a directory/);
  });
});
