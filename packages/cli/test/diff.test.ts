import { diffEditions, diffPlans, editions } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { drive } from './drive.js';
import { scratch } from './scratch.js';

const years = ['diff', '--from', '2021-09-14', '--to', '2026-03-19'];
const contoso = [...years, '--profile', 'examples/contoso/workspace.yaml'];
const nothing = ['diff', '--from', '2026-03-19', '--to', '2026-03-19'];

describe('diff', () => {
  it('shows what was added, removed and changed', async () => {
    const { status, stdout, stderr } = await drive(years);
    expect(stdout).toMatch(
      /^Requirements from 2021-09-14 to 2026-03-19: \d+ added, \d+ removed, \d+ changed, \d+ changed in print only, 2 routes, 6 inside a cluster, 2 prerequisites\n/,
    );
    expect(stdout).toMatch(/^front-door-first-party-tag +AzureFrontDoor\.FirstParty +tcp\/443 +all /m);
    expect(stdout).toMatch(/^batch-inbound-tag +from BatchNodeManagement +tcp\/29876-29877 +all /m);
    expect(stdout).toMatch(/^azure-ml-tag +\+ +AzureMachineLearning +tcp\/8787, tcp\/18881, udp\/5831 +all$/m);
    expect(stdout).toMatch(/^microsoft-graph-hosts +− +graph\.microsoft\.com +tcp\/80 +public +tools\.notebooks is/m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(editions.slice(1).map(({ id }, i) => [editions[i]?.id ?? id, id] as const))(
    'names every requirement that changed from %s to %s, and what to do about it',
    async (from, to) => {
      const words = ['diff', '--from', from, '--to', to];
      const { changes } = diffEditions(from, to);
      for (const format of ['table', 'markdown']) {
        const { stdout } = await drive([...words, '--format', format]);
        for (const { requirement, retired } of changes) {
          expect(stdout).toContain(requirement);
          if (retired) expect(stdout).toContain(retired.note);
        }
      }
    },
  );

  it('prints the changes of the catalog as JSON', async () => {
    const { stdout } = await drive([...years, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(diffEditions('2021-09-14', '2026-03-19'));
  });

  it('says so when nothing differs', async () => {
    expect(await drive(nothing)).toEqual({
      status: 0,
      stdout: 'Requirements from 2026-03-19 to 2026-03-19: no differences\n',
      stderr: '',
    });
  });

  it('goes back as well', async () => {
    const { stdout } = await drive(['diff', '--from', '2026-03-19', '--to', '2021-09-14']);
    expect(stdout).toMatch(/^Added\n[^]*^batch-inbound-tag [^]*^Removed\n[^]*^front-door-first-party-tag /m);
  });
});

describe('diff for a workspace', () => {
  it('shows what to allow and what is no longer asked for', async () => {
    const { status, stdout, stderr } = await drive(contoso);
    await expect(stdout).toMatchFileSnapshot('golden/diff-contoso.txt');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('prints Markdown', async () => {
    await expect((await drive([...contoso, '--format', 'markdown'])).stdout).toMatchFileSnapshot(
      'golden/diff-contoso.md',
    );
  });

  it('prints the rules that come and go as JSON', async () => {
    const cwd = await scratch({ 'w.yaml': 'cloud: china\nregion: chinanorth3\nstorage: contosoml\n' });
    const { stdout } = await drive([...years, '--profile', 'w.yaml', '--format', 'json'], { cwd });
    const profile = { cloud: 'china', region: 'chinanorth3', storage: 'contosoml' } as const;
    expect(JSON.parse(stdout)).toEqual(diffPlans(profile, '2021-09-14', '2026-03-19'));
  });

  it('plans both editions as it is told', async () => {
    const { stdout } = await drive([...contoso, '--addressing', 'service-tags', '--roles', 'compute']);
    expect(stdout).toMatch(/^azure-ml-tag /m);
    expect(stdout).not.toMatch(/^azure-ml-api-hosts /m);
    expect(stdout).not.toMatch(/^vscode-desktop-hosts /m);
  });
});

describe('diff --exit-code', () => {
  it('exits with 1 where there are differences', async () => {
    expect((await drive([...years, '--exit-code'])).status).toBe(1);
    expect((await drive([...contoso, '--exit-code', '--format', 'json'])).status).toBe(1);
  });

  it('exits with 0 where there are none, for this workspace', async () => {
    const profile = ['--profile', 'examples/contoso/workspace.yaml'];
    expect((await drive([...nothing, '--exit-code'])).status).toBe(0);
    expect((await drive([...nothing, ...profile, '--exit-code'])).status).toBe(0);
  });
});
