import { describe, expect, it } from 'vitest';
import type { Destination, Rule } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { by, draft, rule, tag } from '@azureml-firewall/conformance';
import { squid, type Decision, type SquidOptions } from '../src/index.js';

interface Case {
  readonly to: string | Destination;
  readonly by: string;
  readonly application?: 'http' | 'https' | 'smb';
  readonly options?: Partial<SquidOptions>;
  readonly rule?: Partial<Rule>;
  readonly outcome: Outcome;
  readonly code?: string;
  /** Lines of the tables, without those that stand in every one. */
  readonly printed: readonly string[];
}

const fixed = /^(deny (!clients|all|forward|connect( opened)?)|allow connect tls_in|peek hello|terminate all)$/;

function lines(table: readonly Decision<string>[]): readonly string[] {
  return table.map(({ action, conditions }) => [action, ...conditions].join(' ')).filter((line) => !fixed.test(line));
}

const storage = tag('Storage', '192.0.2.0/24', '2001:db8::/48');
const intercept = { mode: 'intercept' } as const;
const deny = { action: 'deny' } as const;
const path = 'one_a.example-rlgr9eae';
const manyPorts = 'tcp_1-21_23-24_26-52_54-138_140-388_390-444_446-1432-zqa5us47';

const cases: readonly Case[] = [
  {
    to: 'a.example',
    by: 'tcp/443',
    application: 'https',
    outcome: 'exact',
    printed: ['splice from_10.20.0.0-16 tcp_443 one_exact_sni', 'allow from_10.20.0.0-16 tcp_443 one_exact'],
  },
  {
    to: 'a.example',
    by: 'tcp/8787,18881',
    outcome: 'narrowed',
    code: 'web-only',
    printed: [
      'splice from_10.20.0.0-16 tcp_8787_18881 one_exact_sni',
      'allow from_10.20.0.0-16 tcp_8787_18881 one_exact',
    ],
  },
  {
    to: 'a.example',
    by: 'tcp/443',
    application: 'https',
    options: intercept,
    outcome: 'narrowed',
    code: 'intercepted',
    printed: ['splice from_10.20.0.0-16 tcp_443 one_exact_sni'],
  },
  {
    to: 'a.example',
    by: 'tcp/80',
    application: 'http',
    options: intercept,
    outcome: 'narrowed',
    code: 'intercepted',
    printed: ['allow from_10.20.0.0-16 tcp_80 one_exact'],
  },
  {
    to: '*.a.example',
    by: 'tcp/443',
    application: 'https',
    outcome: 'exact',
    printed: [
      'splice from_10.20.0.0-16 tcp_443 one_below_sni !one_apex_sni',
      'allow from_10.20.0.0-16 tcp_443 one_below !one_apex',
    ],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    application: 'https',
    outcome: 'exact',
    printed: [
      'splice from_10.20.0.0-16 tcp_443 one_ending_sni !self',
      'allow from_10.20.0.0-16 tcp_443 one_ending !self',
    ],
  },
  { to: 'a.example', by: 'udp/443', outcome: 'omitted', code: 'udp', printed: [] },
  { to: 'a.example', by: 'tcp/445', application: 'smb', outcome: 'omitted', code: 'not-web', printed: [] },
  { to: 'a.example', by: 'tcp/22,445', outcome: 'omitted', code: 'not-web', printed: [] },
  {
    to: 'a.example',
    by: 'tcp/22,443',
    outcome: 'narrowed',
    code: 'web-only',
    printed: ['splice from_10.20.0.0-16 tcp_443 one_exact_sni', 'allow from_10.20.0.0-16 tcp_443 one_exact'],
  },
  { to: 'a.example', by: 'tcp/443', rule: { direction: 'inbound' }, outcome: 'omitted', code: 'inbound', printed: [] },
  {
    to: 'a.example',
    by: 'tcp/443',
    rule: { sources: [{ kind: 'any' }] },
    outcome: 'omitted',
    code: 'no-client-network',
    printed: [],
  },
  {
    to: 'a.example',
    by: 'tcp/443',
    application: 'https',
    rule: { sources: [{ kind: 'any' }] },
    options: { clients: ['10.0.0.0/8'] },
    outcome: 'narrowed',
    code: 'sources-dropped',
    printed: ['splice tcp_443 one_exact_sni', 'allow tcp_443 one_exact'],
  },
  {
    to: 'a.example',
    by: 'tcp/443',
    application: 'https',
    options: { clients: ['10.0.0.0/8'] },
    outcome: 'exact',
    printed: ['splice from_10.20.0.0-16 tcp_443 one_exact_sni', 'allow from_10.20.0.0-16 tcp_443 one_exact'],
  },
  {
    to: 'a.example',
    by: 'tcp/443',
    options: { clients: ['192.168.0.0/16'] },
    outcome: 'omitted',
    code: 'no-client-network',
    printed: [],
  },
  { to: 'tag:Storage', by: 'tcp/443', outcome: 'omitted', code: 'tag-unresolved', printed: [] },
  {
    to: storage,
    by: 'tcp/443',
    outcome: 'narrowed',
    code: 'address-literal',
    printed: [
      'splice from_10.20.0.0-16 tcp_443 tag-Storage !self',
      'allow from_10.20.0.0-16 tcp_443 tag-Storage !self',
    ],
  },
  {
    to: storage,
    by: 'tcp/443',
    options: { addresses: 'resolved' },
    outcome: 'approximated',
    code: 'address-resolved',
    printed: [
      'splice from_10.20.0.0-16 tcp_443 tag-Storage_any !self',
      'allow from_10.20.0.0-16 tcp_443 tag-Storage_any !self',
    ],
  },
  {
    to: storage,
    by: 'tcp/443',
    options: { addresses: 'none' },
    outcome: 'omitted',
    code: 'addresses-left',
    printed: [],
  },
  {
    to: storage,
    by: 'tcp/443',
    options: intercept,
    outcome: 'exact',
    printed: ['splice from_10.20.0.0-16 tcp_443 hello tag-Storage_pre !self_pre'],
  },
  {
    to: '192.0.2.0/24',
    by: 'tcp/80,443',
    options: intercept,
    outcome: 'narrowed',
    code: 'http-by-address',
    printed: [
      'splice from_10.20.0.0-16 tcp_80_443 hello one_addresses_pre !self_pre',
      'allow from_10.20.0.0-16 tcp_80_443 one_addresses !self',
    ],
  },
  {
    to: '192.0.2.0/24',
    by: 'tcp/443',
    rule: deny,
    outcome: 'approximated',
    code: 'address-any-of-name',
    printed: [
      'terminate from_10.20.0.0-16 tcp_443 one_addresses_any',
      'deny from_10.20.0.0-16 tcp_443 one_addresses_any',
    ],
  },
  {
    to: '192.0.2.0/24',
    by: 'tcp/*',
    rule: deny,
    options: intercept,
    outcome: 'narrowed',
    code: 'ports-left',
    printed: [
      `terminate from_10.20.0.0-16 ${manyPorts} hello one_addresses_pre`,
      `deny from_10.20.0.0-16 ${manyPorts} one_addresses`,
    ],
  },
  {
    to: 'a.example',
    by: 'tcp/445',
    rule: deny,
    outcome: 'exact',
    printed: ['terminate from_10.20.0.0-16 tcp_445 one_exact_sni', 'deny from_10.20.0.0-16 tcp_445 one_exact'],
  },
  { to: 'a.example/x/*', by: 'tcp/443', outcome: 'omitted', code: 'path-needs-bump', printed: [] },
  {
    to: 'a.example/x/*',
    by: 'tcp/80',
    application: 'http',
    outcome: 'approximated',
    code: 'path-in-clear',
    printed: [`allow from_10.20.0.0-16 tcp_80 ${path}_host ${path}_path !connect !dot_segment`],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    options: { bump: true },
    outcome: 'approximated',
    code: 'path-opened',
    printed: [
      `bump from_10.20.0.0-16 tcp_443 ${path}_host_sni opens`,
      `allow from_10.20.0.0-16 tcp_443 ${path}_host connect`,
      `allow from_10.20.0.0-16 tcp_443 ${path}_host ${path}_path !connect !dot_segment`,
    ],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    rule: deny,
    options: { bump: true },
    outcome: 'approximated',
    code: 'path-opened',
    printed: [
      `bump from_10.20.0.0-16 tcp_443 ${path}_host_sni opens`,
      `deny from_10.20.0.0-16 tcp_443 ${path}_host ${path}_path !connect`,
      `deny from_10.20.0.0-16 tcp_443 ${path}_host dot_segment !connect`,
    ],
  },
  {
    to: 'a.example/a%20b/*',
    by: 'tcp/443',
    options: { bump: true },
    outcome: 'omitted',
    code: 'path-escaped',
    printed: [],
  },
];

describe('an entry', () => {
  it.each(cases)('to $to by $by ($options) becomes $outcome: $printed', ({ to, application, options, ...expected }) => {
    const services = [by(expected.by, application)];
    const { model, outcomes } = render(squid, draft([rule('one', [to], [], { services, ...expected.rule })]), options);
    expect([...lines(model.config.tls), ...lines(model.config.access)]).toEqual(expected.printed);
    expect(outcomes.map(({ outcome, finding }) => [outcome, finding?.code])).toEqual([
      [expected.outcome, expected.code && `squid/${expected.code}`],
    ]);
  });
});

describe('lists', () => {
  function listsOf(destinations: readonly (string | Destination)[]): Readonly<Record<string, readonly string[]>> {
    const { config } = render(squid, draft([rule('one', destinations, ['tcp/443'])])).model;
    const lists = config.lists.filter(({ name }) => name !== 'clients');
    return Object.fromEntries(lists.map(({ name, values }) => [name, values]));
  }

  it('hold no domain below another, which squid would end for, and the domain itself only where it was asked', () => {
    expect(listsOf(['*.b.example', '*.a.b.example', 'b.example', 'x.b.example'])).toEqual({
      one_exact: ['b.example', 'x.b.example'],
      one_below: ['.b.example'],
      one_apex: ['b.example'],
    });
  });

  it('hold no prefix in another, and none that squid takes for all addresses', () => {
    expect(listsOf(['10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8'])).toEqual({ one_addresses: ['10.0.0.0/7'] });
    expect(listsOf(['0.0.0.0/0'])).toEqual({ one_addresses: ['0.0.0.0/1', '128.0.0.0/1'] });
    const [six = []] = Object.values(listsOf(['::/0']));
    expect(six).toContain('2000::/3');
    expect(six).not.toContain('::/0');
    expect(six).toHaveLength(96);
  });

  it('say suffixes as what names end with', () => {
    expect(listsOf(['*pytorch.org'])).toEqual({ one_ending: ['pytorch\\.org$'] });
  });

  it('tell apart two tags of one name', () => {
    const names = Object.keys(listsOf([storage, tag('storage', '198.51.100.0/24')]));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^tag-[Ss]torage-[a-z0-9]{8}$/);
  });
});

describe('the tables', () => {
  const list = [
    rule('net', ['192.0.2.0/24'], ['tcp/443']),
    rule('no', ['evil.example'], ['tcp/443'], deny),
    rule('late', ['198.51.100.0/24'], ['tcp/443']),
  ];

  it('look at TLS before addresses that come after a name that is treated the other way, and say so', () => {
    const { model, outcomes } = render(squid, draft(list), intercept);
    expect(model.config.tls.map(({ action, conditions }) => [action, ...conditions].join(' '))).toEqual([
      'splice from_10.20.0.0-16 tcp_443 hello net_addresses_pre !self_pre',
      'peek hello',
      'terminate from_10.20.0.0-16 tcp_443 no_exact_sni',
      'splice from_10.20.0.0-16 tcp_443 late_addresses !self',
      'terminate all',
    ]);
    expect(outcomes.map(({ outcome, finding }) => [outcome, finding?.code])).toEqual([
      ['exact', undefined],
      ['exact', undefined],
      ['narrowed', 'squid/address-after-name'],
    ]);
  });

  it('end with a deny of all, and let nobody in who is no client', () => {
    const { access, tls } = render(squid, draft(list)).model.config;
    expect(access.at(-1)).toEqual({ reason: '', action: 'deny', conditions: ['all'] });
    expect(tls.at(-1)).toEqual({ reason: '', action: 'terminate', conditions: ['all'] });
    expect(access[0]).toEqual({ reason: '', action: 'deny', conditions: ['!clients'] });
    expect(lines(render(squid, draft([])).model.config.access)).toEqual([]);
  });

  it('have one line for each pair of hosts and ports that belong together', () => {
    const pair = rule('pair', ['a.example'], ['tcp/443']);
    const { access } = render(squid, draft([pair, rule('other', ['b.example'], ['tcp/8787'])])).model.config;
    expect(lines(access)).toEqual([
      'allow from_10.20.0.0-16 tcp_443 pair_exact',
      'allow from_10.20.0.0-16 tcp_8787 other_exact',
    ]);
  });
});

describe('an interception', () => {
  function redirectOf(...services: readonly ReturnType<typeof by>[]): object | undefined {
    return render(squid, draft([rule('one', ['a.example'], [], { services })]), intercept).model.redirect;
  }
  const at = (from: number, to = from): object => ({ from, to });

  it('takes port 80 for HTTP and all others for TLS, unless only HTTP is said of them', () => {
    const ports = { httpPort: 3129, tlsPort: 3130 };
    expect(redirectOf(by('tcp/80,443'))).toEqual({ http: [at(80)], tls: [at(443)], ...ports });
    expect(redirectOf(by('tcp/8080', 'http'))).toEqual({ http: [at(8080)], tls: [], ...ports });
    expect(redirectOf(by('tcp/8080', 'http'), by('tcp/8000-8090', 'https'))).toEqual({
      http: [],
      tls: [at(8000, 8090)],
      ...ports,
    });
  });

  it('leaves alone what no proxy carries, and says what it takes away from a packet filter', () => {
    const mixed = [rule('a', ['a.example'], ['tcp/443']), rule('b', ['b.example/x/*', 'tag:Batch'], ['tcp/443,8443'])];
    const { diagnostics } = render(squid, draft(mixed), intercept);
    expect(diagnostics.find(({ code }) => code === 'squid/redirected-away')?.data).toEqual({
      ports: ['443'],
      entries: ['b|b.example/x/*|tcp/443,8443', 'b|Batch|tcp/443,8443'],
    });
    expect(redirectOf(by('tcp/443'), by('tcp/445', 'smb'))).toMatchObject({ tls: [at(443)] });
  });
});
