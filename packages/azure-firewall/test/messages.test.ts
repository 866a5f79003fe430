import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { azureFirewall, type AzureFirewallOptions, type Code } from '../src/index.js';
import { manyHosts, manyPairs, manyTurns } from './support/large.js';
import { by, policy, route, rule } from './support/policies.js';
import { subnetCases } from './subnet/cases.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

type Case = readonly [policy: Policy, options?: Partial<AzureFirewallOptions>];

const deny = { action: 'deny' } as const;

/** One policy for each thing that the renderer says; the type asks for all of them. */
const cases: Readonly<Record<Code, Case>> = {
  ...subnetCases,
  'azure-firewall/allow-behind-network-deny': [
    policy([rule('host', ['example.com'], ['tcp/443']), rule('net', ['192.0.2.0/24'], ['tcp/443'], deny)]),
  ],
  'azure-firewall/api-version-not-known': [
    policy([rule('web', ['example.com'], ['tcp/443'])]),
    { apiVersion: '2099-01-01' },
  ],
  'azure-firewall/covered-by-tag': [
    policy([rule('tundra', ['*.tundra.azureml.ms'], ['udp/5831'], { coveredBy: ['AzureMachineLearning'] })]),
  ],
  'azure-firewall/deny-behind-network-allow': [
    policy([rule('host', ['example.com'], ['tcp/443'], deny), rule('tag', ['tag:Storage'], ['tcp/443'])]),
  ],
  'azure-firewall/host-needs-dns-proxy': [policy([rule('ntp', ['ntp.ubuntu.com'], ['udp/123'])]), { dnsProxy: false }],
  'azure-firewall/hosts-behind-addresses': [
    policy([rule('tag', ['tag:AzureMachineLearning'], ['tcp/443']), rule('host', ['ml.azure.com'], ['tcp/443'])]),
  ],
  'azure-firewall/inbound-bypasses-firewall': [
    policy([rule('in', ['10.20.0.0/16'], ['tcp/44224'], { direction: 'inbound' })]),
    { securityGroup: false },
  ],
  'azure-firewall/ipv6-destination': [policy([rule('six', ['2001:db8::/32'], ['tcp/443'])])],
  'azure-firewall/limit-collections': [
    policy([rule('host', ['example.com'], ['tcp/443']), rule('no', ['example.org'], ['tcp/443'], deny)]),
    { limits: { collections: 1 } },
  ],
  'azure-firewall/limit-group-size': [
    policy([rule('host', ['example.com'], ['tcp/443'])]),
    { limits: { groupBytes: 100 } },
  ],
  'azure-firewall/limit-groups': [manyTurns(2), { limits: { groups: 1, groupBytes: 1 } }],
  'azure-firewall/limit-ip-groups': [manyPairs(20), { ipGroupsAbove: 1, limits: { ipGroups: 1, ipGroupEntries: 10 } }],
  'azure-firewall/limit-network-fqdns': [manyHosts(1001)],
  'azure-firewall/limit-rule-pairs': [manyPairs(20_001), { ipGroupsAbove: 20_000 }],
  'azure-firewall/limit-template-resource': [
    policy([rule('host', ['example.com'], ['tcp/443'])]),
    { limits: { templateResourceBytes: 100 } },
  ],
  'azure-firewall/limit-template-size': [
    policy([rule('host', ['example.com'], ['tcp/443'])]),
    { limits: { templateBytes: 100 } },
  ],
  'azure-firewall/look-alikes-excluded': [policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])])],
  'azure-firewall/look-alikes-included': [
    policy([rule('pytorch', ['*pytorch.org'], ['tcp/443'])]),
    { verbatimSuffixWildcards: true },
  ],
  'azure-firewall/no-usable-source': [
    policy([rule('tag', ['example.com'], ['tcp/443'], { sources: [{ kind: 'service-tag', tag: 'Storage' }] })]),
  ],
  'azure-firewall/path-widened-to-host': [policy([rule('path', ['example.com/a/*'], ['tcp/443'])])],
  'azure-firewall/ports-not-expressible': [policy([rule('high', ['*.example.com'], ['tcp/64001'])])],
  'azure-firewall/resolved-addresses': [policy([rule('ntp', ['ntp.ubuntu.com'], ['udp/123'])])],
  'azure-firewall/routes-not-included': [
    policy([rule('host', ['example.com'], ['tcp/443'])], { routes: [route] }),
    { routeTable: false },
  ],
  'azure-firewall/sources-dropped': [
    policy([
      rule('six', ['example.com'], ['tcp/443'], {
        sources: [
          { kind: 'cidr', prefix: '10.0.0.0/8' },
          { kind: 'cidr', prefix: 'fd00::/8' },
        ],
      }),
    ]),
  ],
  'azure-firewall/split-into-groups': [manyTurns(2), { limits: { groupBytes: 1 } }],
  'azure-firewall/tag-absent': [
    policy([rule('first-party', ['tag:AzureFrontDoor.FirstParty'], ['tcp/443'])], { cloud: 'usgov' }),
  ],
  'azure-firewall/tag-not-listed': [policy([rule('storage', ['tag:Storage'], ['tcp/443'])], { cloud: 'china' })],
  'azure-firewall/tag-of-network': [policy([rule('own', ['tag:Internet'], ['tcp/443'])])],
  'azure-firewall/tls-on-other-port': [policy([rule('rstudio', ['*.instances.azureml.ms'], ['tcp/8787'])])],
  'azure-firewall/too-many-turns': [manyTurns(326)],
  'azure-firewall/wildcard-needs-tag': [
    policy([rule('share', ['*.file.core.windows.net'], [], { services: [by('tcp/445', 'smb')] })]),
  ],
};

describe('messages', slow, () => {
  it.each(Object.entries(cases))('%s is said, with every fact filled in', (code, [given, options]) => {
    const said = render(azureFirewall, given, options).diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(said).not.toHaveLength(0);
    for (const { data } of said)
      expect(messageOf(azureFirewall.messages[code as Code], data)).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('have a text for each code and a case for each text', () => {
    expect(Object.keys(azureFirewall.messages).toSorted()).toEqual(Object.keys(cases).toSorted());
  });
});
