/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render, renderUndo } from '@azureml-firewall/renderer-kit';
import { by, policy, rule } from '@azureml-firewall/conformance';
import { squid, type SquidOptions } from '../src/index.js';

function run(
  script: string,
  input = '',
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync('unshare', ['--net', 'sh', '-euc', script], { encoding: 'utf8', input });
}

const whyNot =
  run('nft list ruleset').status === 0 ? undefined : 'run as root, with apt-get install nftables util-linux';

const sources = ['10.20.0.0/16', '10.20.4.0/24', 'fd00::/8'].map((prefix) => ({ kind: 'cidr', prefix }) as const);
const given = policy([
  rule('web', ['a.example'], [], { sources, services: [by('tcp/80', 'http'), by('tcp/443,8704-8710')] }),
]);

function fileOf(path: string, options: Partial<SquidOptions>): string {
  return render(squid, given, options).artifacts.find((artifact) => artifact.path === path)?.text ?? '';
}

const golden = new URL('golden/', import.meta.url);
const goldenFiles = readdirSync(golden).flatMap((name) =>
  readdirSync(new URL(`${name}/`, golden))
    .filter((file) => file.endsWith('.nft'))
    .map((file) => `${name}/${file}`),
);

/** The rules of a listing, without the lines around them. */
function rulesIn(listing: string): readonly string[] {
  return listing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '}' && !/^(table|chain|type) /.test(line));
}

/** What the kernel lists after some files, one after the other. */
function listed(...files: readonly string[]): readonly string[] {
  const script = files.map((_, i) => `printf '%s' "$${i + 1}" | nft -f -`).join('\n');
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--net', 'sh', '-euc', `${script}\nnft list ruleset`, 'sh', ...files],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  return rulesIn(stdout);
}

describe.skipIf(whyNot !== undefined)(`the kernel${whyNot === undefined ? '' : ` (${whyNot})`}`, () => {
  const intercept = { mode: 'intercept' } as const;
  const clientSets = [
    'set clients_4 {',
    'flags interval',
    'elements = { 10.20.0.0/16 }',
    'set clients_6 {',
    'flags interval',
    'elements = { fd00::/8 }',
  ];

  it('holds the redirection of both families as it was printed, and once when it is loaded twice', () => {
    const redirect = fileOf('redirect.nft', intercept);
    const rules = [
      ...clientSets,
      'set http_ports {',
      'flags interval',
      'elements = { 80 }',
      'set tls_ports {',
      'flags interval',
      'elements = { 443, 8704-8710 }',
      'fib daddr type local return',
      'ip saddr @clients_4 tcp dport @http_ports redirect to :3129',
      'ip6 saddr @clients_6 tcp dport @http_ports redirect to :3129',
      'ip saddr @clients_4 tcp dport @tls_ports redirect to :3130',
      'ip6 saddr @clients_6 tcp dport @tls_ports redirect to :3130',
      'tcp dport { 3129, 3130 } ct status dnat accept',
      'tcp dport { 3129, 3130 } reject with tcp reset',
    ];
    expect(listed(redirect)).toEqual(rules);
    expect(listed(redirect, redirect)).toEqual(rules);
  });

  it.each(goldenFiles)('takes %s, and the same again', (path) => {
    const text = readFileSync(new URL(path, golden), 'utf8');
    expect(listed(text, text)).toEqual(listed(text));
  });

  it('refuses what clients send past the proxy, of both families', () => {
    for (const options of [{}, intercept]) {
      const fence = fileOf('fence.nft', options);
      const rules = listed(fence);
      expect(rules).toContain('ip saddr @clients_4 jump aml_refuse');
      expect(rules).toContain('ip6 saddr @clients_6 jump aml_refuse');
      expect(rules).toEqual(expect.arrayContaining(clientSets));
      expect(listed(fence, fence)).toEqual(rules);
    }
  });

  it('holds nothing of it after an undo, whether or not all of it was there', () => {
    const [{ text: undo } = { text: '' }] = renderUndo(squid, given, intercept);
    expect(listed(fileOf('redirect.nft', intercept), fileOf('fence.nft', intercept), undo)).toEqual([]);
    expect(listed(undo)).toEqual([]);
  });
});
