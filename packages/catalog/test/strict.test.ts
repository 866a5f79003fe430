import { loadEdition, plan } from '@azureml-firewall/catalog';
import { destinationText, entriesOf } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOn } from './profiles.js';

describe('breadth strict', () => {
  const strict = plan(everythingOn('public'), { breadth: 'strict' });
  const storage = entriesOf(strict.policy).filter(({ rule }) => rule.id.startsWith('azure-storage-hosts'));

  it('keeps hosts of tables and queues, for which no page names an own account, and says so', () => {
    expect([...new Set(storage.map(({ destination }) => destinationText(destination)))].toSorted()).toEqual([
      '*.queue.core.windows.net',
      '*.table.core.windows.net',
    ]);
    expect(strict.diagnostics).toContainEqual({
      code: 'catalog/kept-wide',
      severity: 'warning',
      data: {
        requirement: 'azure-storage-hosts',
        destinations: expect.arrayContaining(['*.table.core.windows.net', '*.queue.core.windows.net']) as string[],
      },
    });
    const own = loadEdition('2026-03-19').requirements.flatMap(({ facts }) =>
      facts.flatMap(({ host = '' }) => /^<storage>\.(\w+)\./.exec(host)?.[1] ?? []),
    );
    expect([...new Set(own)].toSorted()).toEqual(['blob', 'dfs', 'file']);
  });

  it('leaves out blobs of every account in favour of the own one', () => {
    expect(strict.excluded).toContainEqual(
      expect.objectContaining({
        requirement: 'azure-storage-hosts',
        destination: '*.blob.core.windows.net',
        because: { kind: 'breadth', insteadOf: ['workspace-storage-hosts'] },
      }),
    );
    expect(strict.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'catalog/narrowed',
        data: {
          requirement: 'azure-storage-hosts',
          destinations: ['*.blob.core.windows.net'],
          insteadOf: ['workspace-storage-hosts'],
        },
      }),
    );
  });
});
