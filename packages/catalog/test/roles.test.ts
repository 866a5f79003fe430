import { plan, select } from '@azureml-firewall/catalog';
import { destinationText, sourceText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOn } from './profiles.js';

const profile = everythingOn('public');
const rulesOf = (policy: Policy): readonly Rule[] => policy.collections.flatMap(({ rules }) => rules);

describe('sources', () => {
  it('by role give each fact to those only who open it', () => {
    const sources = { compute: ['10.1.0.0/24'], cluster: ['10.2.0.0/24'], 'client-browser': ['10.9.0.0/24'] };
    const both = { ...profile, compute: { ...profile.compute, kubernetes: 'arc' }, network: { sources } } as const;
    const rules = rulesOf(plan(both).policy);
    const of = (id: string): readonly unknown[] =>
      rules
        .filter((rule) => rule.id === id || rule.id.startsWith(`${id}.`))
        .map((one) => [one.id, one.sources.map(sourceText), one.destinations.map(destinationText)]);
    // A vault of the workspace is for compute; that of the add-on, which Azure Arc has not, for the cluster.
    expect(of('key-vault-hosts')).toEqual([['key-vault-hosts', ['10.1.0.0/24'], ['*.vault.azure.net']]]);
    // Notebooks and Azure RBAC ask the same graph: both are let through, and nobody else.
    expect(of('microsoft-graph-hosts')).toEqual([
      ['microsoft-graph-hosts', ['10.1.0.0/24', '10.2.0.0/24', '10.9.0.0/24'], ['graph.microsoft.com']],
    ]);
    expect(of('azure-storage-hosts')).toEqual([
      [
        'azure-storage-hosts.compute-cluster',
        ['10.1.0.0/24', '10.2.0.0/24'],
        ['*.queue.core.windows.net', '*.table.core.windows.net'],
      ],
      ['azure-storage-hosts.compute', ['10.1.0.0/24'], ['*.blob.core.windows.net']],
    ]);
  });

  it('by role keep ids apart by ports and roles where both differ', () => {
    const sources = { compute: ['10.1.0.0/24'], cluster: ['10.2.0.0/24'] };
    const ids = rulesOf(plan({ ...profile, network: { sources } }).policy).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const list = rulesOf(plan({ ...profile, network: { sources: ['10.1.0.0/24', '10.2.0.0/24'] } }).policy);
    // One list for everybody tells nobody apart: rules are as few as can be.
    expect(list.filter(({ id }) => id.startsWith('azure-storage-hosts')).map(({ id }) => id)).toEqual([
      'azure-storage-hosts',
    ]);
  });

  it('for a cluster that nobody has attached are pointed out: compute clusters are compute', () => {
    const codes = (kubernetes: 'none' | 'aks'): readonly string[] =>
      plan({
        ...profile,
        compute: { ...profile.compute, kubernetes },
        network: { sources: { compute: ['10.1.0.0/24'], cluster: ['10.2.0.0/24'] } },
      }).diagnostics.map(({ code }) => code);
    expect(codes('none')).toContain('catalog/cluster-not-attached');
    expect(codes('aks')).not.toContain('catalog/cluster-not-attached');
  });

  it('of one role can be planned alone, with its own facts only', () => {
    const cluster = plan(profile, { roles: ['cluster'] }).policy;
    const vaults = rulesOf(cluster).find(({ id }) => id === 'key-vault-hosts');
    expect(vaults?.destinations.map(destinationText)).toEqual(['vault.azure.net']);
  });

  it('of roles select requirements with the facts of these roles', () => {
    const vaults = select({ roles: ['cluster'] }).find(({ id }) => id === 'key-vault-hosts');
    expect(vaults?.facts.map(({ host }) => host)).toEqual(['vault.azure.net', '*.vault.usgovcloudapi.net']);
  });
});
