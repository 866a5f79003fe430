import { describe, expect, it } from 'vitest';
import { portText, type Policy, type Rule } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { draft, rule } from '@azureml-firewall/conformance';
import { azureFirewall, type AzureFirewallOptions } from '../../src/index.js';
import { prioritiesOf } from '../../src/subnet/priorities.js';
import { manySecurityTurns } from './cases.js';
import { liftSubnet, type BareRule } from './lift.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const inbound = { direction: 'inbound' } as const;
const deny = { action: 'deny' } as const;

function tag(name: string, ...prefixes: readonly string[]): Rule['sources'][number] {
  const resolved = { document: 'd', prefixes };
  return { kind: 'service-tag', tag: name, ...(prefixes.length > 0 && { resolved }) };
}

function show({ access, protocol, source, destination, ports }: BareRule): string {
  const way = `${source.texts.join(' ')} > ${destination.texts.join(' ')}`;
  return `${access} ${protocol} ${way} ${ports.map(portText).join(',')}`;
}

function shown(given: Policy, options: Partial<AzureFirewallOptions> = {}): readonly string[] {
  return liftSubnet(render(azureFirewall, given, options).artifacts)
    .rules.map(show)
    .toSorted();
}

interface Case {
  readonly what: string;
  readonly from: Rule['sources'];
  readonly to: readonly string[];
  readonly cloud?: Policy['cloud'];
  readonly outcome: Outcome;
  readonly printed: readonly string[];
}

const own = { kind: 'cidr', prefix: '10.20.0.0/16' } as const;
const cases: readonly Case[] = [
  {
    what: 'a tag',
    from: [tag('AzureMachineLearning')],
    to: ['10.20.0.0/16'],
    outcome: 'exact',
    printed: ['Allow Tcp AzureMachineLearning > 10.20.0.0/16 44224'],
  },
  {
    what: 'tags of the network, which only the subnet knows',
    from: [tag('VirtualNetwork'), tag('AzureLoadBalancer')],
    to: ['tag:VirtualNetwork'],
    outcome: 'exact',
    printed: ['Allow Tcp AzureLoadBalancer > VirtualNetwork 44224', 'Allow Tcp VirtualNetwork > VirtualNetwork 44224'],
  },
  {
    what: 'any source',
    from: [{ kind: 'any' }, own],
    to: ['10.20.0.0/16'],
    outcome: 'exact',
    printed: ['Allow Tcp * > 10.20.0.0/16 44224'],
  },
  {
    what: 'prefixes of both families, each to its like',
    from: [own, { kind: 'cidr', prefix: '192.0.2.0/24' }, { kind: 'cidr', prefix: 'fd00::/8' }],
    to: ['10.20.0.0/16'],
    outcome: 'exact',
    printed: ['Allow Tcp 10.20.0.0/16 192.0.2.0/24 > 10.20.0.0/16 44224'],
  },
  {
    what: 'a tag that the cloud lacks, by its addresses',
    from: [tag('AzureFrontDoor.FirstParty', '192.0.2.0/24', '2001:db8::/32')],
    to: ['10.20.0.0/16', 'fd00::/8'],
    cloud: 'china',
    outcome: 'exact',
    printed: ['Allow Tcp 192.0.2.0/24 > 10.20.0.0/16 44224', 'Allow Tcp 2001:db8::/32 > fd00::/8 44224'],
  },
];

describe('an inbound entry', slow, () => {
  it.each(cases)('from $what is $outcome by security rules', ({ from, to, cloud, outcome, printed }) => {
    const given = draft([rule('in', to, ['tcp/44224'], { ...inbound, sources: from })], cloud && { cloud });
    expect(shown(given)).toEqual(printed);
    const { outcomes, artifacts } = render(azureFirewall, given);
    expect(new Set(outcomes.map((one) => one.outcome))).toEqual(new Set([outcome]));
    expect(artifacts.map(({ path }) => path)).toEqual(['network-security-group.json', 'prerequisites.json']);
  });

  it('shares a rule with the others of its policy rule, and with no other', () => {
    const two = ['one', 'two'].map((id) => rule(id, ['10.20.0.0/16', '10.21.0.0/16'], ['tcp/80', 'tcp/443'], inbound));
    expect(shown(draft(two))).toEqual([
      'Allow Tcp 10.20.0.0/16 > 10.20.0.0/16 10.21.0.0/16 80,443',
      'Allow Tcp 10.20.0.0/16 > 10.20.0.0/16 10.21.0.0/16 80,443',
    ]);
  });

  it('is omitted when nobody wants a network security group', () => {
    const given = draft([rule('in', ['10.20.0.0/16'], ['tcp/44224'], inbound)]);
    const { outcomes, artifacts } = render(azureFirewall, given, { securityGroup: false });
    expect(outcomes[0]?.finding?.code).toBe('azure-firewall/inbound-bypasses-firewall');
    expect(artifacts).toEqual([]);
  });
});

describe('order', slow, () => {
  it('keeps a deny before an allow, an allow before a deny, and each direction to itself', () => {
    const rules = liftSubnet(
      render(
        azureFirewall,
        draft([
          rule('first', ['10.20.0.0/16'], ['tcp/1'], { ...inbound, ...deny }),
          rule('second', ['10.20.0.0/16'], ['tcp/2'], inbound),
          rule('third', ['10.20.0.0/16'], ['tcp/3'], { ...inbound, ...deny }),
        ]),
      ).artifacts,
    ).rules;
    expect(rules.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
    const [first, second, third] = rules.map(({ priority }) => priority);
    expect(first).toBeLessThan(1000);
    expect(second).toBeLessThan(3000);
    expect(third).toBeLessThan(4000);
  });

  it('has room for five turns of allow and deny; rules of the sixth are omitted', () => {
    const { outcomes } = render(azureFirewall, manySecurityTurns(6));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['exact', 'exact', 'exact', 'exact', 'exact', 'omitted']);
  });

  it('gives two names that point at one place two places, whichever comes first', () => {
    const names = Array.from({ length: 400 }, (_, i) => `rule-${i}`);
    const forwards = prioritiesOf(1, names);
    expect(new Set(forwards.values()).size).toBe(400);
    expect(prioritiesOf(1, names.toReversed())).toEqual(forwards);
  });

  it('moves hardly any rule when one is added, and none if its place is free', () => {
    const names = Array.from({ length: 50 }, (_, i) => `rule-${i}`);
    const before = prioritiesOf(1, names);
    const moved = Array.from({ length: 200 }, (_, i) => `added-${i}`).flatMap((added) => {
      const after = prioritiesOf(1, [...names, added]);
      return names.filter((name) => after.get(name) !== before.get(name));
    });
    expect(moved.length).toBeLessThan(10);
  });
});

describe('outbound', slow, () => {
  const given = draft([
    rule('tag', ['tag:Storage', '192.0.2.0/24'], ['tcp/443']),
    rule('host', ['example.com', '*.example.com'], ['tcp/443,8443']),
    rule('deny', ['evil.example'], ['tcp/443'], deny),
  ]);

  it('is no matter of the group unless it is asked for', () => {
    expect(shown(given)).toEqual([]);
  });

  it('repeats tags and prefixes', () => {
    expect(shown(given, { securityGroupOutbound: 'allow' })).toEqual([
      'Allow Tcp 10.20.0.0/16 > 192.0.2.0/24 443',
      'Allow Tcp 10.20.0.0/16 > Storage 443',
    ]);
  });

  it('as an allow-list opens the ports of hosts, and denies the rest of the Internet last', () => {
    expect(shown(given, { securityGroupOutbound: 'allow-list' })).toEqual([
      'Allow Tcp 10.20.0.0/16 > 192.0.2.0/24 443',
      'Allow Tcp 10.20.0.0/16 > Internet 443,8443',
      'Allow Tcp 10.20.0.0/16 > Storage 443',
      'Deny * * > Internet *',
    ]);
    const { rules } = liftSubnet(render(azureFirewall, given, { securityGroupOutbound: 'allow-list' }).artifacts);
    expect(rules.at(-1)).toMatchObject({ name: 'deny-internet', priority: 4096 });
  });

  it('has no deny where nothing else is said', () => {
    expect(shown(draft([]), { securityGroupOutbound: 'allow-list' })).toEqual([]);
  });

  it('to the own network goes past the firewall: the group says it', () => {
    const inside = draft([rule('own', ['tag:VirtualNetwork'], ['tcp/443'])]);
    expect(shown(inside)).toEqual(['Allow Tcp 10.20.0.0/16 > VirtualNetwork 443']);
    expect(render(azureFirewall, inside).outcomes.map(({ outcome }) => outcome)).toEqual(['exact']);
  });
});
