import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall, networkVersions, type AzureFirewallOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { templateOf } from './support/template.js';

const web = policy([rule('host', ['example.com'], ['tcp/443'])]);

function faultsOf(options: Partial<AzureFirewallOptions>): readonly string[] {
  return azureFirewall.checkOptions({ ...azureFirewall.defaults, ...options }).map(({ path }) => path);
}

describe('options', () => {
  it('stand in the template', () => {
    const options = { policyName: 'fwpol', groupName: 'ml.egress_1', groupPriority: 65_000, apiVersion: '2025-01-01' };
    const template = templateOf(render(azureFirewall, web, options).artifacts);
    expect(template?.parameters.firewallPolicyName.defaultValue).toBe('fwpol');
    expect(template?.resources[0]).toMatchObject({
      apiVersion: '2025-01-01',
      name: "[concat(parameters('firewallPolicyName'), '/ml.egress_1')]",
      properties: { priority: 65_000 },
    });
  });

  it.each<[Partial<AzureFirewallOptions>, string]>([
    [{ languages: [] }, 'languages'],
    [{ languages: ['arm', 'arm'] }, 'languages'],
    [{ languages: ['classic'], sku: 'Premium', tlsInspection: true }, 'tlsInspection'],
    [{ policy: 'old' as 'new' }, 'policy'],
    [{ ipGroupsAbove: 0 }, 'ipGroupsAbove'],
    [{ ipGroupsAbove: 1.5 }, 'ipGroupsAbove'],
    [{ limits: { groups: -1 } }, 'limits'],
    [{ policyName: '' }, 'policyName'],
    [{ policyName: "x', 'y" }, 'policyName'],
    [{ groupName: 'a'.repeat(81) }, 'groupName'],
    [{ groupName: 'ends-' }, 'groupName'],
    [{ groupName: 'two\nlines' }, 'groupName'],
    [{ groupPriority: 99 }, 'groupPriority'],
    [{ groupPriority: 65_001 }, 'groupPriority'],
    [{ groupPriority: 200.5 }, 'groupPriority'],
    [{ groupPriority: Number.NaN }, 'groupPriority'],
    [{ apiVersion: '2024-05-01-preview' }, 'apiVersion'],
    [{ apiVersion: '2019-12-01' }, 'apiVersion'],
    [{ apiVersion: '2024-13-01' }, 'apiVersion'],
    [{ apiVersion: '2024-05-02' }, 'apiVersion'],
    [{ apiVersion: '2099-01-01-preview' }, 'apiVersion'],
    [{ apiVersion: '2099-02-41' }, 'apiVersion'],
    [{ sku: 'premium' as 'Premium' }, 'sku'],
    [{ tlsInspection: true }, 'tlsInspection'],
    [{ tlsInspection: true, sku: 'Basic' }, 'tlsInspection'],
    [{ dnsProxy: 'yes' as unknown as boolean }, 'dnsProxy'],
    [{ nonWebWildcards: 'tag' as 'service-tag' }, 'nonWebWildcards'],
    [{ verbatimSuffixWildcards: 1 as unknown as boolean }, 'verbatimSuffixWildcards'],
  ])('refuses %o', (options, path) => {
    expect(faultsOf(options)).toEqual([path]);
    expect(() => render(azureFirewall, web, options)).toThrow(path);
    expect(optionsSchema.safeParse(options).error?.issues.map((issue) => issue.path)).toEqual([[path]]);
  });

  it.each<Partial<AzureFirewallOptions>>([
    {},
    { groupPriority: 100 },
    { apiVersion: '2026-01-01' },
    { apiVersion: '2026-01-02' },
    { languages: ['classic', 'arm'] },
    { policy: 'new', ipGroupsAbove: 1, limits: { groups: 50, groupBytes: 1_048_576 } },
    { groupName: 'a'.repeat(80) },
    { policyName: 'a' },
    { sku: 'Premium', tlsInspection: true },
    { sku: 'Basic', dnsProxy: true },
  ])('accepts %o', (options) => {
    expect(faultsOf(options)).toEqual([]);
    expect(optionsSchema.parse(options)).toEqual(options);
  });

  it('refuses languages and limits that it does not know', () => {
    expect(faultsOf({ languages: ['hcl' as 'arm'] })).toEqual(['languages']);
    expect(faultsOf({ limits: { gruops: 1 } as object })).toEqual(['limits']);
    expect(faultsOf({ limits: { nameLength: 10 } })).toContain('limits');
    expect(optionsSchema.safeParse({ languages: ['hcl'] }).success).toBe(false);
    expect(optionsSchema.safeParse({ limits: { gruops: 1 } }).success).toBe(false);
  });

  it('takes API versions that are known, and newer ones with a word on it', () => {
    const saysNewer = (apiVersion: string, languages: AzureFirewallOptions['languages'] = ['arm']): boolean =>
      render(azureFirewall, web, { apiVersion, languages }).diagnostics.some(
        ({ code }) => code === 'azure-firewall/api-version-not-known',
      );
    for (const version of networkVersions.values) expect(saysNewer(version)).toBe(false);
    expect(networkVersions.values).toEqual(networkVersions.values.toSorted());
    expect(networkVersions.values).toContain(azureFirewall.defaults.apiVersion);
    expect(saysNewer('2099-01-01')).toBe(true);
    expect(saysNewer('2099-01-01', ['terraform'])).toBe(false);
  });

  it('refuses keys that it does not know', () => {
    expect(optionsSchema.safeParse({ policyname: 'fwpol' }).success).toBe(false);
  });
});
