import { describe, expect, it } from 'vitest';
import type { Rule, ServiceTag } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { by, policy, rule, to } from '@azureml-firewall/conformance';
import { paloAlto, type PaloAltoOptions, type PanosConfig, type SecurityRule } from '../src/index.js';

interface Case {
  readonly to: string | ServiceTag;
  readonly by: string;
  readonly as?: 'http' | 'https' | 'smb';
  readonly options?: Partial<PaloAltoOptions>;
  readonly rule?: Partial<Rule>;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly printed: readonly string[];
}

/** A rule in one line: what by what. */
function show({ addresses, groups, categories, services }: PanosConfig, printed: SecurityRule): string {
  const of = (name: string): readonly string[] =>
    groups.find((group) => group.name === name)?.members.flatMap(of) ??
    categories.find((category) => category.name === name && printed.category.includes(name))?.entries ?? [
      addresses.find((address) => address.name === name)?.value ?? name,
    ];
  const targets = [...printed.destination, ...printed.category].filter((name) => name !== 'any').flatMap(of);
  const ports = printed.service.map((name) => {
    const service = services.find((one) => one.name === name);
    return service ? `${service.protocol}/${service.ports}` : name;
  });
  return `${targets.join(' ')} by ${ports.join(' ')}`;
}

const decryption = { decryption: true } as const;
const storage: ServiceTag = {
  kind: 'service-tag',
  tag: 'Storage',
  resolved: { document: 'week 1', prefixes: ['192.0.2.0/24', '2001:db8::/32'] },
};
const covered = { coveredBy: ['Storage'], covering: [storage] };
const half = { coveredBy: ['Storage', 'Other'], covering: [storage] };
const addresses = '192.0.2.0/24 2001:db8::/32';

const cases: readonly Case[] = [
  { to: 'a.example', by: 'tcp/80,443', outcome: 'exact', printed: ['a.example/ by tcp/80,443'] },
  { to: '*.a.example', by: 'tcp/8443', as: 'https', outcome: 'exact', printed: ['*.a.example/ by tcp/8443'] },
  {
    to: 'a.example',
    by: 'tcp/443,8787',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example/ by tcp/443', 'a.example by tcp/8787'],
  },
  {
    to: 'a.example',
    by: 'udp/443',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example by udp/443'],
  },
  {
    to: 'a.example',
    by: 'tcp/445',
    as: 'smb',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['a.example by tcp/445'],
  },
  {
    to: '*.a.example',
    by: 'tcp/443,8787',
    outcome: 'narrowed',
    code: 'web-traffic-only',
    printed: ['*.a.example/ by tcp/443 tcp/8787'],
  },
  {
    to: '*.a.example',
    by: 'tcp/*',
    outcome: 'narrowed',
    code: 'web-traffic-only',
    printed: ['*.a.example/ by tcp/1-65535'],
  },
  {
    to: '*.a.example',
    by: 'tcp/8787',
    rule: covered,
    outcome: 'narrowed',
    code: 'web-traffic-only',
    printed: ['*.a.example/ by tcp/8787'],
  },
  {
    to: '*.a.example',
    by: 'tcp/443,8787',
    options: { otherTcpWildcards: 'addresses' },
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-addresses',
    printed: ['*.a.example/ by tcp/443', `${addresses} by tcp/8787`],
  },
  {
    to: '*.a.example',
    by: 'tcp/8787',
    options: { otherTcpWildcards: 'addresses' },
    rule: { coveredBy: ['Storage'] },
    outcome: 'narrowed',
    code: 'web-traffic-only',
    printed: ['*.a.example/ by tcp/8787'],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-addresses',
    printed: [`${addresses} by udp/5831`],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: half,
    outcome: 'approximated',
    code: 'covered-by-addresses',
    printed: [`${addresses} by udp/5831`],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: covered,
    options: { ipv6: false },
    outcome: 'approximated',
    code: 'covered-by-addresses',
    printed: ['192.0.2.0/24 by udp/5831'],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: { coveredBy: ['Storage'] },
    outcome: 'omitted',
    code: 'wildcard-needs-addresses',
    printed: [],
  },
  { to: '*.a.example', by: 'tcp/445', as: 'smb', outcome: 'omitted', code: 'wildcard-needs-tag', printed: [] },
  // Port 445 is SMB whether or not the policy says so: no category stands on it.
  { to: '*.a.example', by: 'tcp/445', outcome: 'omitted', code: 'wildcard-needs-tag', printed: [] },
  {
    to: '*.a.example',
    by: 'tcp/445',
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-addresses',
    printed: [`${addresses} by tcp/445`],
  },
  {
    to: '*.a.example',
    by: 'tcp/443,445,8787',
    outcome: 'narrowed',
    code: 'wildcard-needs-tag',
    printed: ['*.a.example/ by tcp/443 tcp/8787'],
  },
  {
    to: '*.a.example',
    by: 'tcp/445',
    as: 'smb',
    rule: covered,
    outcome: 'widened',
    code: 'covered-by-addresses',
    printed: [`${addresses} by tcp/445`],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    outcome: 'narrowed',
    code: 'look-alikes-excluded',
    printed: ['a.example/ *.a.example/ by tcp/443'],
  },
  {
    to: '*a.example',
    by: 'udp/1',
    rule: covered,
    outcome: 'approximated',
    code: 'covered-by-addresses',
    printed: [`${addresses} by udp/1`],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example/ by tcp/443'],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    options: decryption,
    outcome: 'approximated',
    code: 'path-needs-decryption',
    printed: ['a.example/x/* by tcp/443'],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/80',
    outcome: 'approximated',
    code: 'path-needs-decryption',
    printed: ['a.example/x/* by tcp/80'],
  },
  // Nothing in it that could be written large: no more than was asked.
  {
    to: 'a.example/1/*',
    by: 'tcp/443',
    options: decryption,
    outcome: 'narrowed',
    code: 'path-needs-decryption',
    printed: ['a.example/1/* by tcp/443'],
  },
  {
    to: 'a.example/x',
    by: 'tcp/443',
    options: decryption,
    outcome: 'widened',
    code: 'path-may-reach-below',
    printed: ['a.example/x/ by tcp/443'],
  },
  {
    to: 'a.example/x/',
    by: 'tcp/8080',
    as: 'http',
    outcome: 'widened',
    code: 'path-may-reach-below',
    printed: ['a.example/x/ by tcp/8080'],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443,8787',
    options: decryption,
    outcome: 'approximated',
    code: 'path-needs-decryption',
    printed: ['a.example/x/* by tcp/443', 'a.example by tcp/8787'],
  },
  {
    to: `a.example/${'x'.repeat(250)}/*`,
    by: 'tcp/443',
    options: decryption,
    outcome: 'widened',
    code: 'path-widened-to-host',
    printed: ['a.example/ by tcp/443'],
  },
  {
    to: 'a.example',
    by: 'tcp/443',
    options: { applications: 'strict' },
    outcome: 'narrowed',
    code: 'strict-applications',
    printed: ['a.example/ by tcp/443'],
  },
  {
    to: 'a.example',
    by: 'tcp/8443',
    as: 'https',
    options: { applications: 'strict' },
    outcome: 'exact',
    printed: ['a.example/ by tcp/8443'],
  },
  { to: storage, by: 'udp/5831', outcome: 'exact', printed: [`${addresses} by udp/5831`] },
  {
    to: storage,
    by: 'tcp/443',
    options: { ipv6: false },
    outcome: 'narrowed',
    code: 'ipv6-left-out',
    printed: ['192.0.2.0/24 by tcp/443'],
  },
  {
    to: storage,
    by: 'tcp/443',
    options: { ipv6: false },
    rule: { sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }] },
    outcome: 'exact',
    printed: ['192.0.2.0/24 by tcp/443'],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    options: { ipv6: false },
    rule: { ...covered, sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }] },
    outcome: 'widened',
    code: 'covered-by-addresses',
    printed: ['192.0.2.0/24 by udp/5831'],
  },
  { to: 'tag:Storage', by: 'tcp/443', outcome: 'omitted', code: 'tag-needs-addresses', printed: [] },
  { to: 'tag:VirtualNetwork', by: 'tcp/443', outcome: 'omitted', code: 'tag-of-network', printed: [] },
  { to: '192.0.2.0/24', by: 'udp/*', outcome: 'exact', printed: ['192.0.2.0/24 by udp/1-65535'] },
  {
    to: '2001:db8::/32',
    by: 'tcp/22',
    options: { ipv6: false },
    outcome: 'omitted',
    code: 'ipv6-left-out',
    printed: [],
  },
];

describe('a rule', () => {
  it('keeps the addresses of both weeks of a tag that it is to and that covers a name', () => {
    const other: ServiceTag = { ...storage, resolved: { document: 'week 2', prefixes: ['198.51.100.0/24'] } };
    const sources = [{ kind: 'any' }] as const;
    const one = rule('r', [], ['udp/1'], { sources, destinations: [other, to('*.a.example')], ...covered });
    const { config } = render(paloAlto, policy([one])).model;
    expect(config.rules.map((printed) => show(config, printed))).toEqual([`198.51.100.0/24 ${addresses} by udp/1`]);
    expect(config.groups.map(({ name }) => name)).toEqual([
      'aml-tag-Storage',
      expect.stringMatching(/^aml-tag-Storage--[a-z0-9]{13}$/),
    ]);
  });

  it('leaves out addresses of a family that its sources do not have, unless another rule has them', () => {
    const [four, six] = ['10.0.0.0/8', 'fd00::/8'].map((prefix) => [{ kind: 'cidr', prefix } as const]);
    const of = (id: string, sources: Rule['sources'] = []): Rule =>
      rule(id, [], ['tcp/443'], { sources, destinations: [storage] });
    const shown = (...rules: readonly Rule[]): readonly string[] => {
      const { config } = render(paloAlto, policy(rules)).model;
      return config.rules.map((printed) => show(config, printed));
    };
    expect(shown(of('four', four))).toEqual(['192.0.2.0/24 by tcp/443']);
    expect(shown(of('six', six))).toEqual(['2001:db8::/32 by tcp/443']);
    expect(shown(of('four', four), of('six', six))).toEqual([`${addresses} by tcp/443`, `${addresses} by tcp/443`]);
  });

  it('loses no source by leaving out IPv6 on its way to IPv4', () => {
    const inbound = (to: string): Rule =>
      rule('r', [to], ['tcp/443'], { direction: 'inbound', sources: [storage, { kind: 'cidr', prefix: 'fd00::/8' }] });
    const of = (to: string): readonly unknown[] => {
      const { outcomes, diagnostics } = render(paloAlto, policy([inbound(to)]), { ipv6: false });
      return [outcomes[0]?.outcome, diagnostics.map(({ code, data }) => [code, data['sources']])];
    };
    expect(of('192.0.2.0/24')).toEqual(['exact', [['palo-alto/inbound-needs-path', undefined]]]);
    const lost = ['palo-alto/sources-dropped', ['Storage', 'fd00::/8']];
    expect(of('a.example')).toEqual(['narrowed', [lost, ['palo-alto/inbound-needs-path', undefined], lost]]);
  });

  it('leaves out sources of a family that its destinations do not have', () => {
    const one = rule('r', ['192.0.2.0/24'], ['tcp/443'], { direction: 'inbound', sources: [storage] });
    const { config } = render(paloAlto, policy([one])).model;
    expect(config.groups.map(({ members }) => members)).toEqual([['aml-net-192-0-2-0_24']]);
  });

  it('names a service once that two long lists of ports share', () => {
    const tail = Array.from({ length: 250 }, (_, i) => 10_001 + 2 * i).join(',');
    const services = [by(`tcp/${tail}`), by(`tcp/80,${tail}`, 'http')];
    const { config } = render(paloAlto, policy([rule('r', ['192.0.2.0/24'], [], { services })])).model;
    const [names = []] = config.rules.map(({ service }) => service);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('lowering', () => {
  it.each(cases)('$to by $by $as is $outcome', (given) => {
    const destination = typeof given.to === 'string' ? to(given.to) : given.to;
    const one = rule('r', [], [], {
      sources: [{ kind: 'any' }],
      destinations: [destination],
      services: [by(given.by, given.as)],
      ...given.rule,
    });
    const { outcomes, model } = render(paloAlto, policy([one]), given.options);
    expect(outcomes[0]?.outcome).toBe(given.outcome);
    expect(outcomes[0]?.finding?.code).toBe(given.code && `palo-alto/${given.code}`);
    expect(model.config.rules.map((printed) => show(model.config, printed))).toEqual(given.printed);
  });
});
