import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logFormats } from '@azureml-firewall/flow-logs';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';
import { scratch } from './scratch.js';

const here = 'packages/cli/test';
const plan = ['--profile', 'examples/contoso/workspace.yaml', '--edition', '2021-09-14'];
const tags = ['--service-tags', `${here}/tags/public-401.json`];
const extensions: Readonly<Record<string, string>> = { 'azure-firewall': 'jsonl', flows: 'jsonl', 'pan-os': 'csv' };

function logOf(format: string): string {
  return `${here}/logs/${format}.${extensions[format] ?? 'log'}`;
}

function replay(log: string, format: string, ...more: readonly string[]): readonly string[] {
  return ['replay', ...plan, '--log', log, '--log-format', format, ...more];
}

interface Group {
  readonly destination: string;
  readonly kind: string;
  readonly requirement?: string;
  readonly grade?: string;
  readonly todo: string;
}

function groupsOf({ stdout }: Driven): readonly Group[] {
  return (JSON.parse(stdout) as { groups: readonly Group[] }).groups;
}

async function replayFlows(lines: readonly object[], ...more: readonly string[]): Promise<readonly Group[]> {
  const stdin = lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`));
  return groupsOf(await drive(replay('-', 'flows', '--format', 'json', ...more), { stdin }));
}

describe('replay', () => {
  it.each(logFormats)('explains what a log of %s denies', async (format) => {
    const { status, stdout, stderr } = await drive(replay(logOf(format), format, ...tags));
    const notes = stderr.slice(stderr.search(/^\d+ lines/m));
    await expect(`${stdout}\n${notes}`).toMatchFileSnapshot(`golden/replay-${format}.txt`);
    expect(stdout + stderr).not.toContain('\u001b');
    expect(status).toBe(0);
  });

  it('prints JSON of the documented shape, and nothing beside it', async () => {
    const { status, stdout, stderr } = await drive(
      replay(logOf('azure-firewall'), 'azure-firewall', ...tags, '--format', 'json'),
    );
    await expect(stdout).toMatchFileSnapshot('golden/replay-azure-firewall.json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(logFormats)(
    'reads %s from stdin in pieces of any size, with a byte order mark or without',
    async (format) => {
      const log = await readFile(join(repository, logOf(format)));
      const words = (file: string): readonly string[] => replay(file, format, ...tags, '--format', 'json');
      const whole = await drive(words(logOf(format)));
      const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), log]);
      for (const size of [1, 7, 4096])
        for (const bytes of [log, marked]) {
          const stdin = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          );
          expect(await drive(words('-'), { stdin })).toEqual(whole);
        }
    },
  );

  it('takes a log whose last line is not ended, with line breaks of either kind, or with nothing in it', async () => {
    const log = await readFile(join(repository, logOf('squid')), 'utf8');
    const cwd = await scratch({ unix: log, dos: log.replaceAll('\n', '\r\n').trimEnd(), none: '' });
    const words = (name: string): readonly string[] => [
      ...['replay', '--profile', join(repository, 'examples/contoso/workspace.yaml'), '--log', name],
      ...['--log-format', 'squid', '--format', 'json'],
    ];
    const unix = await drive(words('unix'), { cwd });
    expect(await drive(words('dos'), { cwd })).toEqual(unix);
    const none = await drive(words('none'), { cwd });
    expect(JSON.parse(none.stdout)).toMatchObject({ lines: 0, denied: 0, groups: [] });
    expect(none.status).toBe(0);
  });

  it('refuses a log of which it understands no line, since nothing was denied would be a false answer', async () => {
    const { status, stdout, stderr } = await drive(replay(logOf('squid'), 'iptables'));
    expect([status, stdout]).toEqual([2, '']);
    const [first, second] = stderr.split('\n');
    expect(first).toContain('squid.log: found no line that can be read as iptables, expected in --log-format');
    expect(second).toContain('squid.log:1: no packet: ');
  });

  it('says which setting of the profile brings a requirement in', async () => {
    const flow = { protocol: 'tcp', port: 443 };
    const [vault] = await replayFlows([{ ...flow, host: 'contosovault.vault.azure.net' }]);
    expect(vault).toMatchObject({
      kind: 'dormant',
      requirement: 'key-vault-hosts',
      grade: 'strong',
      because: { kind: 'condition', text: 'only if hbi is true' },
      todo: 'if it is so, say in the profile: hbi is true',
    });
    const [graph] = await replayFlows([{ ...flow, host: 'management.azure.com' }], '--addressing', 'service-tags');
    expect(graph?.todo).toBe('plan with --addressing both, or see to resource-manager-tag, which stands for it');
    const [studio] = await replayFlows([{ ...flow, host: 'ml.azure.com' }], '--roles', 'cluster');
    expect(studio?.todo).toBe('plan with one of client-browser among --roles, or without');
  });

  it('goes by the host before the address, and by a wide tag last and least', async () => {
    const flow = { protocol: 'tcp', port: 443 };
    const both = { ...flow, host: 'pypi.org', address: '203.0.113.1' };
    expect(await replayFlows([both], ...tags)).toMatchObject([{ requirement: 'pypi-hosts', grade: 'strong' }]);
    const wide = { protocol: 'udp', port: 1194, address: '198.51.100.200' };
    const [tunnel] = await replayFlows([wide], ...tags);
    expect(tunnel).toMatchObject({ requirement: 'aks-tunnel', grade: 'weak' });
    expect(tunnel?.todo).toMatch(/^nothing yet: /);
  });

  it('takes no name that the profile does not say for one of its own', async () => {
    const cwd = await scratch({ 'w.yaml': 'cloud: public\nregion: eastus2\n' });
    const stdin = [Buffer.from('{"host":"somebody.dfs.core.windows.net","protocol":"tcp","port":443}')];
    const words = ['replay', '--profile', 'w.yaml', '--log', '-', '--log-format', 'flows', '--format', 'json'];
    expect(groupsOf(await drive(words, { cwd, stdin }))).toMatchObject([{ kind: 'unknown' }]);
  });

  it('says what addresses are looked for in', async () => {
    const stdin = [Buffer.from('{"address":"192.0.2.70","protocol":"tcp","port":443}')];
    const { stderr } = await drive(replay('-', 'flows'), { stdin });
    expect(stderr).toMatch(/^1 line: 1 denied.*\nnote: addresses are looked for in service tags with --service-tags/m);
    expect((await drive(replay('-', 'flows', ...tags), { stdin })).stderr).not.toContain('note:');
  });

  it('counts what is beyond the places that it keeps', async () => {
    const lines = Array.from(
      { length: 10_050 },
      (_, i) => `{"host":"h${i}.example.com","protocol":"tcp","port":443}\n`,
    );
    const { stdout, stderr } = await drive(replay('-', 'flows'), { stdin: [Buffer.from(lines.join(''))] });
    expect(stdout.split('\n')).toHaveLength(10_003);
    expect(stderr).toContain('beyond the places above: 50 that no requirement asks for\n');
  });

  it('shows progress on a terminal, and takes it away', async () => {
    const log = logOf('squid');
    const { stdout, stderr } = await drive(replay(log, 'squid'), { terminal: { columns: 100 } });
    expect(stderr).toMatch(new RegExp(`^\\r${log}: 100 %\\r +\\r`));
    expect(stdout).not.toContain('\r');
    const piped = await drive(replay('-', 'squid'), {
      terminal: { columns: 100 },
      stdin: [Buffer.alloc(3 * 2 ** 20, 10)],
    });
    expect(piped.stderr).toMatch(/^\r-: 3 MiB\r/);
  });
});
