import { history, requirementIds, routeIds } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { nearest } from '../src/verbs/nearest.js';
import { drive } from './drive.js';

describe('history', () => {
  it('shows what was asked for, what each edition changed, and how it ended', async () => {
    const { status, stdout, stderr } = await drive(['history', 'batch-inbound-tag']);
    await expect(stdout).toMatchFileSnapshot('golden/history-batch-inbound-tag.txt');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('shows a route as well, with its tags, and what takes its place', async () => {
    const { status, stdout, stderr } = await drive(['history', 'batch-route']);
    await expect(stdout).toMatchFileSnapshot('golden/history-batch-route.txt');
    expect([status, stderr]).toEqual([0, '']);
    const { stdout: json } = await drive(['history', 'batch-route', '--format', 'json']);
    expect(JSON.parse(json)).toEqual(history('batch-route'));
    expect((await drive(['history', 'azure-ml-route'])).stdout).toMatch(/^2026-03-19 +moved +AzureMachineLearning /m);
  });

  it('starts where a requirement begins', async () => {
    const { stdout } = await drive(['history', 'rstudio-image-hosts']);
    expect(stdout).not.toMatch(/^2022-09-06 /m);
    expect(stdout).toMatch(/^2023-04-14 +added +\+ +ghcr\.io +tcp\/443 /m);
  });

  it('prints JSON', async () => {
    const { stdout } = await drive(['history', 'storage-tag', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(history('storage-tag'));
  });

  it('knows every id that there is', async () => {
    for (const id of [...requirementIds, ...routeIds]) {
      const { status, stdout } = await drive(['history', id]);
      expect([status, stdout.startsWith(`${id}: `)]).toEqual([0, true]);
    }
  });
});

describe('nearest', () => {
  const names = ['storage-tag', 'storage-smb-tag', 'key-vault-tag', 'pypi-hosts'];

  it.each([
    ['storage', ['storage-tag', 'storage-smb-tag']],
    ['storage-tga', ['storage-tag', 'storage-smb-tag']],
    ['PYPI', ['pypi-hosts']],
    ['keyvault-tag', ['key-vault-tag']],
    ['zzz', []],
    ['', []],
  ])('takes %j for %j', (text, near) => {
    expect(nearest(text, names)).toEqual(near);
  });
});
