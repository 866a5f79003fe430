import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { by, policy, rule } from '@azureml-firewall/conformance';
import { azureManagedNetwork, type ManagedNetworkOptions } from '../../src/index.js';
import { rulesIn, type PrintedRule } from './template.js';

interface Case {
  readonly to: string;
  readonly by: string;
  readonly as?: 'http' | 'https' | 'smb';
  readonly rule?: Partial<Rule>;
  readonly cloud?: Policy['cloud'];
  readonly options?: Partial<ManagedNetworkOptions>;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly printed: readonly string[];
}

function show({ properties }: PrintedRule): string {
  if (properties.type === 'FQDN') return properties.destination;
  if (properties.type === 'PrivateEndpoint') return `endpoint ${properties.destination.subresourceTarget}`;
  const { destination } = properties;
  const what = 'serviceTag' in destination ? destination.serviceTag : destination.addressPrefixes.join(' ');
  return `${what} by ${destination.protocol} ${destination.portRanges}`;
}

const storage = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/contosoml';
const endpoint = {
  name: 'contosoml-file',
  serviceResourceId: storage,
  subresourceTarget: 'file',
  hosts: ['contosoml.file.core.windows.net'],
};
const any = { sources: [{ kind: 'any' }] } as const;

const cases: readonly Case[] = [
  { to: 'pypi.org', by: 'tcp/80,443', outcome: 'exact', printed: ['pypi.org'] },
  { to: 'pypi.org', by: 'tcp/443', outcome: 'widened', code: 'fqdn-opens-both-ports', printed: ['pypi.org'] },
  { to: '*.vscode.dev', by: 'tcp/80,443', outcome: 'exact', printed: ['*.vscode.dev'] },
  {
    to: '*pytorch.org',
    by: 'tcp/80,443',
    outcome: 'narrowed',
    code: 'look-alikes-excluded',
    printed: ['pytorch.org', '*.pytorch.org'],
  },
  {
    to: 'github.com/owner/*',
    by: 'tcp/80,443',
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['github.com'],
  },
  {
    to: '*.instances.azureml.ms',
    by: 'tcp/443,8787,18881',
    outcome: 'approximated',
    code: 'ports-not-expressible',
    printed: ['*.instances.azureml.ms'],
  },
  {
    to: '*.instances.azureml.ms',
    by: 'tcp/80,443,8787',
    rule: { coveredBy: ['AzureMachineLearning'] },
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['AzureMachineLearning by TCP 8787', '*.instances.azureml.ms'],
  },
  {
    to: '*.tundra.azureml.ms',
    by: 'udp/5831',
    rule: { coveredBy: ['AzureMachineLearning'] },
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['AzureMachineLearning by UDP 5831'],
  },
  {
    to: 'a.example',
    by: 'udp/443',
    rule: { coveredBy: ['AzureFrontDoor.FirstParty', 'Storage'] },
    cloud: 'china',
    outcome: 'approximated',
    code: 'covered-by-tag',
    printed: ['Storage by UDP 443'],
  },
  { to: 'ntp.ubuntu.com', by: 'udp/123', outcome: 'omitted', code: 'ports-not-expressible', printed: [] },
  {
    to: 'a.example',
    by: 'tcp/*',
    outcome: 'narrowed',
    code: 'ports-not-expressible',
    printed: ['a.example'],
  },
  {
    to: 'contosoml.file.core.windows.net',
    by: 'tcp/445',
    as: 'smb',
    options: { privateEndpoints: [endpoint] },
    outcome: 'widened',
    code: 'private-endpoint-all-ports',
    printed: ['endpoint file'],
  },
  {
    to: 'tag:AzureMachineLearning',
    by: 'tcp/443,8787,18881',
    outcome: 'exact',
    printed: ['AzureMachineLearning by TCP 443,8787,18881'],
  },
  { to: 'tag:VirtualNetwork', by: 'tcp/443', outcome: 'exact', printed: ['VirtualNetwork by TCP 443'] },
  {
    to: 'tag:AzureFrontDoor.FirstParty',
    by: 'tcp/443',
    cloud: 'usgov',
    outcome: 'omitted',
    code: 'tag-absent',
    printed: [],
  },
  { to: '192.0.2.0/24', by: 'udp/*', outcome: 'exact', printed: ['192.0.2.0/24 by UDP *'] },
  { to: '2001:db8::/32', by: 'tcp/443', outcome: 'omitted', code: 'ipv6-destination', printed: [] },
  {
    to: 'a.example',
    by: 'tcp/80,443',
    rule: { action: 'deny' },
    outcome: 'omitted',
    code: 'deny-not-expressible',
    printed: [],
  },
  {
    to: '10.20.0.0/16',
    by: 'tcp/44224',
    rule: { direction: 'inbound' },
    outcome: 'omitted',
    code: 'inbound-not-managed',
    printed: [],
  },
];

describe('an entry in a managed network', () => {
  it.each(cases)('to $to by $by becomes $outcome: $printed', ({ to, by: on, as, cloud, options = {}, ...expected }) => {
    const given = rule('one', [to], [], { ...any, services: [by(on, as)], ...expected.rule });
    const rendering = render(azureManagedNetwork, policy([given], cloud && { cloud }), {
      ...options,
      languages: ['arm'],
    });
    expect(rendering.artifacts.flatMap(({ text }) => rulesIn(text).map(show))).toEqual(expected.printed);
    expect(rendering.outcomes.map(({ outcome, finding }) => [outcome, finding?.code])).toEqual([
      [expected.outcome, expected.code && `azure-managed-network/${expected.code}`],
    ]);
  });

  it('to a tag that the cloud lacks has its addresses, once they are filled in', () => {
    const outcomeOf = (...prefixes: readonly string[]): readonly unknown[] => {
      const resolved = { document: 'd', prefixes };
      const tag = { kind: 'service-tag', tag: 'AzureFrontDoor.FirstParty', resolved } as const;
      const given = policy([rule('own', [], ['tcp/443'], { destinations: [tag] })], { cloud: 'usgov' });
      const { artifacts, outcomes } = render(azureManagedNetwork, given, { languages: ['arm'] });
      return [outcomes[0]?.outcome, ...artifacts.flatMap(({ text }) => rulesIn(text).map(show))];
    };
    expect(outcomeOf('192.0.2.0/24')).toEqual(['exact', '192.0.2.0/24 by TCP 443']);
    expect(outcomeOf('192.0.2.0/24', '2001:db8::/32')).toEqual(['narrowed', '192.0.2.0/24 by TCP 443']);
    expect(outcomeOf('2001:db8::/32')).toEqual(['omitted']);
  });

  it('shares a rule with all that ask for the same host, or the same tag and protocol', () => {
    const rules = [
      rule('one', ['pypi.org', 'tag:Storage'], ['tcp/443']),
      rule('two', ['pypi.org', 'tag:Storage'], ['tcp/80', 'udp/53']),
    ];
    const { artifacts, outcomes } = render(azureManagedNetwork, policy(rules), { languages: ['arm'] });
    expect(artifacts.flatMap(({ text }) => rulesIn(text).map(show))).toEqual([
      'Storage by TCP 80,443',
      'Storage by UDP 53',
      'pypi.org',
    ]);
    expect(outcomes.filter(({ lines }) => lines)).toHaveLength(5);
  });
});
