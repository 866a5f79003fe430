import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutcomeRecord } from '@azureml-firewall/renderer-kit';
import { entriesOf, type Policy } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { drive, repository, type Driven } from './drive.js';
import { scratch } from './scratch.js';

const profile = join(repository, 'examples/contoso/workspace.yaml');
const tags = ['--service-tags', join(repository, 'packages/cli/test/tags/public-401.json')];
const base = ['render', '--profile', profile, '--edition', '2026-03-19', '--target'];

function render(cwd: string, target: string, ...more: readonly string[]): Promise<Driven> {
  return drive([...base, target, ...more], { cwd });
}

async function readJson(cwd: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(cwd, file), 'utf8'));
}

interface Account {
  readonly entries: readonly string[];
  readonly outcomesOf: (target: string) => ReadonlyMap<string, OutcomeRecord['outcome']>;
}

async function accountIn(cwd: string, folder: string): Promise<Account> {
  const records = (await readJson(cwd, `${folder}/outcomes.json`)) as readonly OutcomeRecord[];
  const { policy } = (await readJson(cwd, `${folder}/rendering.json`)) as { readonly policy: Policy };
  return {
    entries: entriesOf(policy).map(({ id }) => id),
    outcomesOf: (target) =>
      new Map(records.filter((one) => one.target === target).map(({ entry, outcome }) => [entry, outcome])),
  };
}

describe('a packet filter beside squid', { timeout: 60_000 }, () => {
  it.each(['iptables', 'nftables'])(
    '%s takes each entry that squid omits and no other, under its own name',
    async (filter) => {
      const cwd = await scratch();
      await render(cwd, `squid,${filter}`, ...tags, '--out', 'o');
      const { entries, outcomesOf } = await accountIn(cwd, 'o');
      const [ofProxy, ofFilter] = [outcomesOf('squid'), outcomesOf(filter)];
      expect([...ofProxy.keys()]).toEqual(entries);
      const omitted = entries.filter((entry) => ofProxy.get(entry) === 'omitted');
      expect(omitted.length).toBeGreaterThan(5);
      expect([...ofFilter.keys()]).toEqual(omitted);
      expect([...ofFilter.values()].filter((outcome) => outcome !== 'omitted').length).toBeGreaterThan(5);
    },
  );

  it('closes the way past the proxy for every network of the policy', async () => {
    const cwd = await scratch();
    await render(cwd, 'squid,nftables', '--out', 'o');
    const text = await readFile(join(cwd, 'o/nftables/aml.nft'), 'utf8');
    // People's own network has nothing but names on web ports, all of which squid carries.
    for (const network of ['10.10.0.0/16', '10.20.1.0/24', '10.20.2.0/24', '10.20.3.0/26'])
      expect(text).toContain(network);
  });

  it('is why squid is not blamed for what it omits', async () => {
    const cwd = await scratch();
    const smb = /^error squid\/not-web$/m;
    expect((await render(cwd, 'squid')).stderr).toMatch(smb);
    const { stderr } = await render(cwd, 'squid,iptables', '--out', 'o');
    expect(stderr).not.toMatch(smb);
    expect(stderr).toMatch(/^info squid\/not-web$/m);
    // Tags without addresses are carried by neither of the two.
    expect(stderr).toMatch(/^error squid\/tag-unresolved$/m);
  });

  it('renders all of the policy without squid, and beside other targets', async () => {
    const cwd = await scratch();
    for (const [target, out] of [
      ['iptables', 'alone'],
      ['squid,iptables,fortinet', 'three'],
    ] as const) {
      await render(cwd, target, '--out', out);
      const { entries, outcomesOf } = await accountIn(cwd, out);
      expect([...outcomesOf('iptables').keys()]).toEqual(entries);
    }
  });

  it('is updated and undone together with squid only', async () => {
    const cwd = await scratch();
    await render(cwd, 'squid,nftables', ...tags, '--out', 'then');
    const next = ['--service-tags', join(repository, 'packages/cli/test/tags/public-402.json')];
    const update = await render(cwd, 'squid,nftables', ...next, '--update-from', 'then/rendering.json', '--out', 'now');
    expect(update.status).toBe(0);
    expect(update.stderr).toContain('wrote now/squid/update/lists/tag-');
    const same = await render(cwd, 'squid,nftables', ...tags, '--update-from', 'then/rendering.json', '--out', 'same');
    expect(same.stderr).toContain('squid: nothing changes\nnftables: nothing changes\n');
    for (const half of ['nftables', 'squid']) {
      const refused = await render(cwd, half, ...tags, '--update-from', 'then/rendering.json');
      expect(refused).toMatchObject({ status: 2, stdout: '' });
      expect(refused.stderr).toContain(`--target: found ${half}, expected squid,nftables`);
    }
    const undo = await drive(['render', '--target', 'squid,nftables', '--undo', 'then/rendering.json'], { cwd });
    expect(undo.status).toBe(0);
    expect(undo.stdout).toContain('delete table inet aml_squid');
  });

  it('is updated by all of its files where the networks are others', async () => {
    const cwd = await scratch({
      'other.yaml': (await readFile(profile, 'utf8')).replaceAll('10.10.0.0/16', '10.11.0.0/16'),
    });
    await render(cwd, 'squid,nftables', '--out', 'then');
    const given = ['render', '--profile', 'other.yaml', '--edition', '2026-03-19', '--target', 'squid,nftables'];
    const { status } = await drive([...given, '--update-from', 'then/rendering.json', '--out', 'now'], { cwd });
    expect(status).toBe(0);
    expect(await readFile(join(cwd, 'now/nftables/aml.nft'), 'utf8')).toContain('10.11.0.0/16');
  });
});
