import type { Trial } from '@azureml-firewall/conformance';
import { by, policy, route, rule } from '@azureml-firewall/conformance';
import type { AzureFirewallOptions, Code } from '../../src/index.js';
import { subnetCases } from '../subnet/cases.js';
import { manyHosts, manyPairs, manyTurns } from './large.js';

const deny = { action: 'deny' } as const;

/** A trial for each thing that the renderer says; the type asks for all of them. */
export const trials: Readonly<Record<Code, Trial<AzureFirewallOptions>>> = {
  ...subnetCases,
  'azure-firewall/allow-behind-network-deny': {
    policy: policy([rule('host', ['example.com'], ['tcp/443']), rule('net', ['192.0.2.0/24'], ['tcp/443'], deny)]),
  },
  'azure-firewall/api-version-not-known': {
    policy: policy([rule('web', ['example.com'], ['tcp/443'])]),
    options: { apiVersion: '2099-01-01' },
  },
  'azure-firewall/covered-by-tag': {
    policy: policy([rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], { coveredBy: ['AzureMachineLearning'] })]),
  },
  'azure-firewall/deny-behind-network-allow': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'], deny), rule('tag', ['tag:Storage'], ['tcp/443'])]),
  },
  'azure-firewall/host-needs-dns-proxy': {
    policy: policy([rule('ntp', ['ntp.ubuntu.com'], ['udp/123'])]),
    options: { dnsProxy: false },
  },
  'azure-firewall/hosts-behind-addresses': {
    policy: policy([
      rule('tag', ['tag:AzureMachineLearning'], ['tcp/443']),
      rule('host', ['ml.azure.com'], ['tcp/443']),
    ]),
  },
  'azure-firewall/inbound-bypasses-firewall': {
    policy: policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })]),
    options: { securityGroup: false },
  },
  'azure-firewall/ipv6-destination': { policy: policy([rule('six', ['2001:db8::/32'], ['tcp/443'])]) },
  'azure-firewall/limit-collections': {
    policy: policy([rule('host', ['example.com'], ['tcp/443']), rule('no', ['example.org'], ['tcp/443'], deny)]),
    options: { limits: { collections: 1 } },
  },
  'azure-firewall/limit-group-size': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])]),
    options: { limits: { groupBytes: 100 } },
  },
  'azure-firewall/limit-groups': { policy: manyTurns(2), options: { limits: { groups: 1, groupBytes: 1 } } },
  'azure-firewall/limit-ip-groups': {
    policy: manyPairs(20),
    options: { ipGroupsAbove: 1, limits: { ipGroups: 1, ipGroupEntries: 10 } },
  },
  'azure-firewall/limit-network-fqdns': { policy: manyHosts(1001) },
  'azure-firewall/limit-rule-pairs': { policy: manyPairs(20_001), options: { ipGroupsAbove: 20_000 } },
  'azure-firewall/limit-template-resource': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])]),
    options: { limits: { templateResourceBytes: 100 } },
  },
  'azure-firewall/limit-template-size': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])]),
    options: { limits: { templateBytes: 100 } },
  },
  'azure-firewall/look-alikes-excluded': { policy: policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])]) },
  'azure-firewall/look-alikes-included': {
    policy: policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])]),
    options: { verbatimSuffixWildcards: true },
  },
  'azure-firewall/no-usable-source': {
    policy: policy([rule('tag', ['example.com'], ['tcp/443'], { sources: [{ kind: 'service-tag', tag: 'Storage' }] })]),
  },
  'azure-firewall/path-widened-to-host': { policy: policy([rule('path', ['example.com/a/*'], ['tcp/443'])]) },
  'azure-firewall/ports-not-expressible': { policy: policy([rule('high', ['*.example.com'], ['tcp/64001'])]) },
  'azure-firewall/resolved-addresses': { policy: policy([rule('ntp', ['ntp.ubuntu.com'], ['udp/123'])]) },
  'azure-firewall/routes-not-included': {
    policy: policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route('batch')] }),
    options: { routeTable: false },
  },
  'azure-firewall/sources-dropped': {
    policy: policy([
      rule('six', ['example.com'], ['tcp/443'], {
        sources: [
          { kind: 'cidr', prefix: '10.0.0.0/8' },
          { kind: 'cidr', prefix: 'fd00::/8' },
        ],
      }),
    ]),
  },
  'azure-firewall/split-into-groups': { policy: manyTurns(2), options: { limits: { groupBytes: 1 } } },
  'azure-firewall/tag-absent': {
    policy: policy([rule('first-party', ['tag:AzureFrontDoor.FirstParty'], ['tcp/443'])], { cloud: 'usgov' }),
  },
  'azure-firewall/tag-not-listed': {
    policy: policy([rule('storage', ['tag:Storage'], ['tcp/443'])], { cloud: 'china' }),
  },
  'azure-firewall/tag-of-network': { policy: policy([rule('own', ['tag:Internet'], ['tcp/443'])]) },
  'azure-firewall/tls-on-other-port': { policy: policy([rule('rstudio', ['*.instances.azureml.ms'], ['tcp/8787'])]) },
  'azure-firewall/too-many-turns': { policy: manyTurns(326) },
  'azure-firewall/wildcard-needs-tag': {
    policy: policy([rule('share', ['*.file.core.windows.net'], [], { services: [by('tcp/445', 'smb')] })]),
  },
};
