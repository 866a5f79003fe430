import type { Rule } from '@azureml-firewall/rule-model';
import { policy, rule, type Trial } from '@azureml-firewall/conformance';
import type { ManagedNetworkCode, ManagedNetworkOptions } from '../../src/index.js';

export function one(to: string, by: string, more: Partial<Rule> = {}): Trial<ManagedNetworkOptions> {
  return { policy: policy([rule('one', [to], [by], more)]) };
}

const endpoint = {
  name: 'vault',
  serviceResourceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
  subresourceTarget: 'vault',
  hosts: ['kv.vault.azure.net'],
};

/** A trial for each thing that the renderer says; the type asks for all of them. */
export const trials: Readonly<Record<ManagedNetworkCode, Trial<ManagedNetworkOptions>>> = {
  'azure-managed-network/api-version-not-known': {
    policy: policy([rule('one', ['pypi.org'], ['tcp/443'])]),
    options: { apiVersion: '2099-01-01' },
  },
  'azure-managed-network/billed-firewall': one('pypi.org', 'tcp/443'),
  'azure-managed-network/covered-by-tag': one('*.example.com', 'udp/5831', { coveredBy: ['AzureMachineLearning'] }),
  'azure-managed-network/deny-not-expressible': one('example.com', 'tcp/443', { action: 'deny' }),
  'azure-managed-network/fqdn-opens-both-ports': one('pypi.org', 'tcp/443'),
  'azure-managed-network/inbound-not-managed': one('10.20.0.0/16', 'tcp/44224', { direction: 'inbound' }),
  'azure-managed-network/ipv6-destination': one('2001:db8::/32', 'tcp/443'),
  'azure-managed-network/look-alikes-excluded': one('*pytorch.org', 'tcp/80,443'),
  'azure-managed-network/needs-approved-outbound': one('tag:Storage', 'tcp/443'),
  'azure-managed-network/one-rule-at-a-time': {
    policy: policy([rule('one', ['pypi.org'], ['tcp/443'])]),
    options: { languages: ['terraform'] },
  },
  'azure-managed-network/path-widened-to-host': one('github.com/owner/*', 'tcp/80,443'),
  'azure-managed-network/ports-not-expressible': one('ntp.ubuntu.com', 'udp/123'),
  'azure-managed-network/prefixes-not-verified': one('192.0.2.0/24', 'tcp/443'),
  'azure-managed-network/private-endpoint-all-ports': {
    policy: policy([rule('vault', ['kv.vault.azure.net'], ['tcp/443'])]),
    options: { privateEndpoints: [endpoint] },
  },
  'azure-managed-network/required-by-azure': one('tag:BatchNodeManagement.EastUS2', 'tcp/443'),
  'azure-managed-network/sources-not-expressible': one('pypi.org', 'tcp/443'),
  'azure-managed-network/storage-by-name': one('contosoml.blob.core.windows.net', 'tcp/443'),
  'azure-managed-network/tag-absent': {
    policy: policy([rule('one', ['tag:AzureFrontDoor.FirstParty'], ['tcp/443'])], { cloud: 'china' }),
  },
  'azure-managed-network/tag-not-listed': one('tag:Storage.EastUS2', 'tcp/443'),
  'azure-managed-network/tag-unknown': one('tag:Storge', 'tcp/443'),
};
