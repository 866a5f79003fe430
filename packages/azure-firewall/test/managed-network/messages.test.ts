import { describe, expect, it } from 'vitest';
import { messageOf, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { azureManagedNetwork, type ManagedNetworkCode, type ManagedNetworkOptions } from '../../src/index.js';
import { policy, rule } from '../support/policies.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

type Case = readonly [policy: Policy, options?: Partial<ManagedNetworkOptions>];

function one(to: string, by: string, more: Partial<Rule> = {}): Case {
  return [policy([rule('one', [to], [by], more)])];
}

const endpoint = {
  name: 'vault',
  serviceResourceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
  subresourceTarget: 'vault',
  hosts: ['kv.vault.azure.net'],
};

/** One policy for each thing that the renderer says; the type asks for all of them. */
const cases: Readonly<Record<ManagedNetworkCode, Case>> = {
  'azure-managed-network/api-version-not-known': [
    policy([rule('one', ['pypi.org'], ['tcp/443'])]),
    { apiVersion: '2099-01-01' },
  ],
  'azure-managed-network/billed-firewall': one('pypi.org', 'tcp/443'),
  'azure-managed-network/covered-by-tag': one('*.example.com', 'udp/5831', { coveredBy: ['AzureMachineLearning'] }),
  'azure-managed-network/deny-not-expressible': one('example.com', 'tcp/443', { action: 'deny' }),
  'azure-managed-network/fqdn-opens-both-ports': one('pypi.org', 'tcp/443'),
  'azure-managed-network/inbound-not-managed': one('10.20.0.0/16', 'tcp/44224', { direction: 'inbound' }),
  'azure-managed-network/ipv6-destination': one('2001:db8::/32', 'tcp/443'),
  'azure-managed-network/look-alikes-excluded': one('*pytorch.org', 'tcp/80,443'),
  'azure-managed-network/needs-approved-outbound': one('tag:Storage', 'tcp/443'),
  'azure-managed-network/one-rule-at-a-time': [
    policy([rule('one', ['pypi.org'], ['tcp/443'])]),
    { languages: ['terraform'] },
  ],
  'azure-managed-network/path-widened-to-host': one('github.com/owner/*', 'tcp/80,443'),
  'azure-managed-network/ports-not-expressible': one('ntp.ubuntu.com', 'udp/123'),
  'azure-managed-network/prefixes-not-verified': one('192.0.2.0/24', 'tcp/443'),
  'azure-managed-network/private-endpoint-all-ports': [
    policy([rule('vault', ['kv.vault.azure.net'], ['tcp/443'])]),
    { privateEndpoints: [endpoint] },
  ],
  'azure-managed-network/required-by-azure': one('tag:BatchNodeManagement.EastUS2', 'tcp/443'),
  'azure-managed-network/sources-not-expressible': one('pypi.org', 'tcp/443'),
  'azure-managed-network/storage-by-name': one('contosoml.blob.core.windows.net', 'tcp/443'),
  'azure-managed-network/tag-absent': [
    policy([rule('one', ['tag:AzureFrontDoor.FirstParty'], ['tcp/443'])], { cloud: 'china' }),
  ],
  'azure-managed-network/tag-not-listed': one('tag:Storage.EastUS2', 'tcp/443'),
  'azure-managed-network/tag-unknown': one('tag:Storge', 'tcp/443'),
};

describe('messages of the managed network', slow, () => {
  it.each(Object.entries(cases))('%s is said, with every fact filled in', (code, [given, options]) => {
    const said = render(azureManagedNetwork, given, options).diagnostics.filter((one) => one.code === code);
    expect(said).not.toHaveLength(0);
    for (const { data } of said)
      expect(messageOf(azureManagedNetwork.messages[code as ManagedNetworkCode], data)).not.toMatch(
        /[{}]|undefined|NaN/,
      );
  });

  it('have a text for each code and a case for each text', () => {
    expect(Object.keys(azureManagedNetwork.messages).toSorted()).toEqual(Object.keys(cases).toSorted());
  });

  it('say that a firewall is billed only where there is a rule by name', () => {
    const codes = render(azureManagedNetwork, ...one('tag:Storage', 'tcp/443')).diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('azure-managed-network/billed-firewall');
  });
});
