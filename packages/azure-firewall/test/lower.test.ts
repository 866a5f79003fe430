import { describe, expect, it } from 'vitest';
import type { Rule } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { by, policy, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../src/index.js';
import { rulesIn, type TemplateRule } from './support/template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

interface Case {
  readonly to: string;
  readonly by: string;
  readonly as?: 'http' | 'https' | 'smb';
  readonly options?: Partial<AzureFirewallOptions>;
  readonly rule?: Partial<Rule>;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly printed: readonly string[];
}

/** A rule in one line: what by what. */
function show(printed: TemplateRule): string {
  if (printed.ruleType === 'ApplicationRule') {
    const targets = 'targetUrls' in printed ? printed.targetUrls : printed.targetFqdns;
    return `${targets.join(' ')} by ${printed.protocols.map((p) => `${p.protocolType}:${p.port}`).join(' ')}`;
  }
  const destinations =
    'destinationFqdns' in printed
      ? printed.destinationFqdns
      : 'destinationAddresses' in printed
        ? printed.destinationAddresses
        : printed.destinationIpGroups;
  return `${destinations.join(' ')} by ${printed.ipProtocols.join('+')} ${printed.destinationPorts.join(' ')}`;
}

const premium = { sku: 'Premium', tlsInspection: true } as const;
const covered = { coveredBy: ['Storage'] };

const cases: readonly Case[] = [
  { to: 'a.example', by: 'tcp/8080', as: 'http', outcome: 'exact', printed: ['a.example by Http:8080'] },
  { to: '*.a.example', by: 'tcp/8443', as: 'https', outcome: 'exact', printed: ['*.a.example by Https:8443'] },
  {
    to: 'a.example',
    by: 'tcp/443,8787',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example by TCP 8787', 'a.example by Https:443'],
  },
  {
    to: 'a.example',
    by: 'tcp/*',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example by TCP *'],
  },
  {
    to: 'a.example',
    by: 'tcp/8787',
    options: { dnsProxy: false },
    outcome: 'narrowed',
    code: 'tls-on-other-port',
    printed: ['a.example by Https:8787'],
  },
  {
    to: 'a.example',
    by: 'udp/123',
    options: { sku: 'Basic' },
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['Storage by UDP 123'],
  },
  {
    to: '*.a.example',
    by: 'tcp/*',
    outcome: 'narrowed',
    code: 'ports-not-expressible',
    printed: ['*.a.example by Http:80 Https:443'],
  },
  {
    to: '*.a.example',
    by: 'tcp/*',
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['Storage by TCP *'],
  },
  { to: '*.a.example', by: 'tcp/1000-2000', outcome: 'omitted', code: 'ports-not-expressible', printed: [] },
  {
    to: '*.a.example',
    by: 'tcp/8787,64001',
    outcome: 'narrowed',
    code: 'ports-not-expressible',
    printed: ['*.a.example by Https:8787'],
  },
  {
    to: '*.a.example',
    by: 'tcp/443,8787',
    options: { nonWebWildcards: 'service-tag' },
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['Storage by TCP 8787', '*.a.example by Https:443'],
  },
  {
    to: '*.a.example',
    by: 'tcp/8787',
    options: { nonWebWildcards: 'service-tag' },
    outcome: 'narrowed',
    code: 'tls-on-other-port',
    printed: ['*.a.example by Https:8787'],
  },
  {
    to: '*.a.example',
    by: 'tcp/445',
    as: 'smb',
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: ['Storage by TCP 445'],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    outcome: 'narrowed',
    code: 'look-alikes-excluded',
    printed: ['a.example *.a.example by Https:443'],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    rule: { action: 'deny' },
    outcome: 'exact',
    printed: ['*a.example by Https:443'],
  },
  { to: '*a.example', by: 'udp/443', outcome: 'omitted', code: 'wildcard-needs-tag', printed: [] },
  { to: 'a.example/x/*', by: 'tcp/443', options: premium, outcome: 'exact', printed: ['a.example/x/* by Https:443'] },
  {
    to: 'a.example/x',
    by: 'tcp/443,8443',
    options: premium,
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example by TCP 8443', 'a.example/x by Https:443'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/443',
    options: { sku: 'Premium' },
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example by Https:443'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/80',
    options: { sku: 'Premium' },
    outcome: 'exact',
    printed: ['a.example/x by Http:80'],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/8080',
    as: 'http',
    options: { sku: 'Premium' },
    outcome: 'exact',
    printed: ['a.example/x/* by Http:8080'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/80,443',
    options: { sku: 'Premium' },
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example by Https:443', 'a.example/x by Http:80'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/80,443',
    options: premium,
    outcome: 'exact',
    printed: ['a.example/x by Http:80 Https:443'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/80',
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example by Http:80'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/80',
    options: { sku: 'Premium', languages: ['arm', 'classic'] },
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example by Http:80'],
  },
  {
    to: 'a.example/x',
    by: 'udp/443',
    options: { dnsProxy: false },
    outcome: 'omitted',
    code: 'host-needs-dns-proxy',
    printed: [],
  },
  {
    to: 'tag:AzureMachineLearning',
    by: 'tcp/443,8787-8790',
    outcome: 'exact',
    printed: ['AzureMachineLearning by TCP 443 8787-8790'],
  },
  { to: '192.0.2.0/24', by: 'udp/*', outcome: 'exact', printed: ['192.0.2.0/24 by UDP *'] },
];

describe('an entry', slow, () => {
  it.each(cases)('to $to by $by becomes $outcome: $printed', ({ to, by: on, as, options, ...expected }) => {
    const given = rule('one', [to], [], { services: [by(on, as)], ...expected.rule });
    const { artifacts, outcomes } = render(azureFirewall, policy([given]), options);
    expect(rulesIn(artifacts).map(show)).toEqual(expected.printed);
    expect(outcomes.map(({ outcome, finding }) => [outcome, finding?.code])).toEqual([
      [expected.outcome, expected.code && `azure-firewall/${expected.code}`],
    ]);
  });

  it('covered by two tags of which the cloud lacks one only overlaps with them', () => {
    const coveredBy = ['AzureFrontDoor.FirstParty', 'AzureMachineLearning'];
    const given = policy([rule('one', ['*.a.example'], ['udp/5831'], { coveredBy })], { cloud: 'usgov' });
    const { artifacts, outcomes } = render(azureFirewall, given);
    expect(rulesIn(artifacts).map(show)).toEqual(['AzureMachineLearning by UDP 5831']);
    expect(outcomes[0]?.outcome).toBe('approximated');
  });

  it('to a tag that no rule can name has its addresses, once they are filled in', () => {
    const outcomeOf = (...prefixes: readonly string[]): readonly unknown[] => {
      const tag = { kind: 'service-tag', tag: 'VirtualNetwork', resolved: { document: 'profile', prefixes } } as const;
      const { artifacts, outcomes } = render(
        azureFirewall,
        policy([rule('own', [], ['tcp/443'], { destinations: [tag] })]),
      );
      return [outcomes[0]?.outcome, ...rulesIn(artifacts).map(show)];
    };
    expect(outcomeOf('10.0.0.0/8')).toEqual(['exact', '10.0.0.0/8 by TCP 443']);
    expect(outcomeOf('10.0.0.0/8', 'fd00::/8')).toEqual(['narrowed', '10.0.0.0/8 by TCP 443']);
    expect(outcomeOf('fd00::/8')).toEqual(['omitted']);
  });

  it('covered only by tags that no rule can name is omitted', () => {
    const given = policy([rule('one', ['*.a.example'], ['udp/5831'], { coveredBy: ['VirtualNetwork'] })]);
    const [only] = render(azureFirewall, given).outcomes;
    expect([only?.outcome, only?.finding?.code]).toEqual(['omitted', 'azure-firewall/tag-of-network']);
  });

  it('shares a rule with the others of its policy rule, and with no other', () => {
    const hosts = [
      rule('one', ['a.example', 'b.example'], ['tcp/80', 'tcp/443']),
      rule('two', ['c.example'], ['tcp/443']),
    ];
    const { artifacts } = render(azureFirewall, policy(hosts));
    expect(rulesIn(artifacts).map(show)).toEqual([
      'a.example b.example by Http:80 Https:443',
      'c.example by Https:443',
    ]);
  });

  it('from any source has a star, from a tag its addresses', () => {
    const from = (sources: Rule['sources']): readonly string[] | undefined => {
      const { artifacts } = render(azureFirewall, policy([rule('one', ['a.example'], ['tcp/443'], { sources })]));
      const [printed] = rulesIn(artifacts);
      return printed && 'sourceAddresses' in printed ? printed.sourceAddresses : undefined;
    };
    expect(from([{ kind: 'any' }, { kind: 'cidr', prefix: 'fd00::/8' }])).toEqual(['*']);
    expect(
      from([{ kind: 'service-tag', tag: 'Batch', resolved: { document: 'd', prefixes: ['192.0.2.0/28'] } }]),
    ).toEqual(['192.0.2.0/28']);
  });
});
