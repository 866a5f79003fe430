import { editions, find, loadEdition } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { drive } from './drive.js';

const newest = editions.at(-1)?.id ?? '2026-03-19';

describe('find', () => {
  it('shows where an edition speaks of a port', async () => {
    const { status, stdout, stderr } = await drive(['find', '8787', '--edition', '2021-09-14']);
    await expect(stdout).toMatchFileSnapshot('golden/find-8787.txt');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(['https://myinstance.eastus2.instances.azureml.ms:8787/', 'AzureMachineLearning', 'udp/5831'])(
    'looks for %s in the newest edition, unless told otherwise',
    async (text) => {
      const { stdout } = await drive(['find', text, '--format', 'json']);
      expect(JSON.parse(stdout)).toEqual({ found: find(text, { edition: newest }) });
      const all = await drive(['find', text, '--format', 'json', '--all-editions']);
      expect(JSON.parse(all.stdout)).toEqual({ found: find(text) });
    },
  );

  it('tells routes and traffic inside a cluster apart from rules', async () => {
    const { stdout } = await drive(['find', 'BatchNodeManagement', '--edition', '2022-09-06']);
    expect(stdout).toMatch(/^2022-09-06 +batch-route +BatchNodeManagement\.<region> +route +all +same /m);
    const inside = await drive(['find', '5001', '--edition', '2026-03-19']);
    expect(inside.stdout).toMatch(/^2026-03-19 +router-to-models +deployed model pods.* tcp\/5001 inside a cluster /m);
  });

  it('finds a wildcard that lies below a wider one', async () => {
    expect((await drive(['find', '*.x.azureml.ms'])).stdout).toMatch(
      /^2026-03-19 +azure-ml-api-hosts +\*\.azureml\.ms +tcp\/443 +public +covers /m,
    );
  });

  it('finds a service tag by a name that only the page knows', async () => {
    expect((await drive(['find', 'Keyvault.eastus'])).stdout).toMatch(/ key-vault-tag +AzureKeyVault\.<region> /);
  });

  it('says so when nothing is found, and where else to look', async () => {
    const asked = editions.flatMap(({ id }) => loadEdition(id).requirements.flatMap(({ facts }) => facts));
    const [former = ''] = asked.flatMap(({ host = '<>' }) =>
      /[</]/.test(host) || find(host, { edition: newest }).length > 0 ? [] : [host],
    );
    const where = [...new Set(find(former).map(({ edition }) => edition))].toSorted().join(', ');
    expect(await drive(['find', former])).toEqual({
      status: 0,
      stdout: '',
      stderr: `edition ${newest} does not speak of "${former}": look into ${where}, or into --all-editions\n`,
    });
    expect((await drive(['find', '\u001b[31m.example.org'])).stderr).toBe(
      `edition ${newest} does not speak of "\\u{1b}[31m.example.org", nor does any other\n`,
    );
    expect(await drive(['find', 'none.example.org', '--all-editions', '--format', 'json'])).toEqual({
      status: 0,
      stdout: '{\n  "found": []\n}\n',
      stderr: 'no edition speaks of "none.example.org"\n',
    });
  });
});
