import { describe, expect, it } from 'vitest';
import type { Destination, Rule } from '@azureml-firewall/rule-model';
import { render, type Outcome } from '@azureml-firewall/renderer-kit';
import { draft, rule, tag } from '@azureml-firewall/conformance';
import { fortinet, type FirewallPolicy, type FortiConfig, type FortinetOptions } from '../src/index.js';

interface Case {
  readonly to: string | Destination;
  readonly by: string;
  readonly options?: Partial<FortinetOptions>;
  readonly rule?: Partial<Rule>;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly printed: readonly string[];
}

function fqdnsOf(names: readonly string[], { addresses }: FortiConfig): readonly string[] {
  return names.map((name) => {
    const value = addresses.find((address) => address.name === name)?.value;
    return value?.kind === 'fqdn' ? value.fqdn : (value?.prefix ?? name);
  });
}

/** A policy in one line: what by what. */
function show(one: FirewallPolicy, config: FortiConfig): string {
  const sides = [one.ipv4, one.ipv6].flatMap((pair) =>
    pair ? [`${fqdnsOf(pair.sources, config).join(' ')} > ${fqdnsOf(pair.destinations, config).join(' ')}`] : [],
  );
  const filter = config.urlFilters.find(({ name }) => name === one.inspection?.webFilter);
  return `${one.action} ${sides.join(' | ')} by ${one.services.join(' ')}${filter ? ` only ${filter.allowed.join(' ')}` : ''}`;
}

const aml = tag('AzureMachineLearning', '13.66.0.0/24', '2603:1030::/48');
const covered = { coveredBy: ['AzureMachineLearning'], covering: [aml] };
const covering = { wildcards: 'covering' } as const;
const six = { sources: [{ kind: 'cidr', prefix: 'fd00::/8' }] } as const;
const both = { sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }, ...six.sources] } as const;
const from = 'accept 10.20.0.0/16 >';

const cases: readonly Case[] = [
  {
    to: 'a.example',
    by: 'udp/123',
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: [`${from} a.example by aml-udp-123`],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: covered,
    outcome: 'approximated',
    code: 'learnt-addresses',
    printed: [`${from} *.a.example by aml-udp-5831`],
  },
  {
    to: '*.a.example',
    by: 'udp/5831',
    rule: covered,
    options: covering,
    outcome: 'widened',
    code: 'covered-by-tag',
    printed: [`${from} aml-tag-AzureMachineLearning by aml-udp-5831`],
  },
  {
    to: '*.a.example',
    by: 'tcp/443',
    rule: { ...covered, coveredBy: ['AzureMachineLearning', 'Batch'] },
    options: covering,
    outcome: 'approximated',
    code: 'covered-by-tag',
    printed: [`${from} aml-tag-AzureMachineLearning by aml-tcp-443`],
  },
  {
    to: '*.a.example',
    by: 'tcp/443',
    rule: { ...covered, coveredBy: ['AzureMachineLearning', 'Batch'] },
    options: { wildcards: 'prefer-covering' },
    outcome: 'approximated',
    code: 'learnt-addresses',
    printed: [`${from} *.a.example by aml-tcp-443`],
  },
  {
    to: '*.a.example',
    by: 'tcp/443',
    rule: { coveredBy: ['AzureMachineLearning'] },
    options: covering,
    outcome: 'omitted',
    code: 'wildcard-needs-tag',
    printed: [],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    outcome: 'approximated',
    code: 'suffix-as-pair',
    printed: [`${from} a.example *.a.example by aml-tcp-443`],
  },
  {
    to: '*a.example',
    by: 'tcp/443',
    options: covering,
    outcome: 'approximated',
    code: 'wildcard-needs-tag',
    printed: [`${from} a.example by aml-tcp-443`],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    outcome: 'approximated',
    code: 'path-widened-to-host',
    printed: [`${from} a.example by aml-tcp-443`],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443,8443',
    options: { deepInspection: true },
    outcome: 'approximated',
    code: 'path-by-web-filter',
    printed: [`${from} a.example by aml-tcp-8443`, `${from} a.example by aml-tcp-443 only a.example/x/*`],
  },
  {
    to: 'a.example/x/*',
    by: 'tcp/443',
    rule: { action: 'deny' },
    options: { deepInspection: true },
    outcome: 'approximated',
    code: 'path-widened-to-host',
    printed: ['deny 10.20.0.0/16 > a.example by aml-tcp-443'],
  },
  {
    to: `a.example/${'x'.repeat(510)}`,
    by: 'tcp/443',
    options: { deepInspection: true },
    outcome: 'approximated',
    code: 'path-widened-to-host',
    printed: [`${from} a.example by aml-tcp-443`],
  },
  {
    to: aml,
    by: 'tcp/8704-8710',
    outcome: 'exact',
    printed: [`${from} aml-tag-AzureMachineLearning by aml-tcp-8704-8710`],
  },
  {
    to: aml,
    by: 'tcp/443',
    rule: both,
    outcome: 'exact',
    printed: [
      'accept 10.0.0.0/8 > aml-tag-AzureMachineLearning | fd00::/8 > aml-tag6-AzureMachineLearning by aml-tcp-443',
    ],
  },
  {
    to: aml,
    by: 'tcp/443',
    rule: both,
    options: { ipv6: false },
    outcome: 'narrowed',
    code: 'sources-dropped',
    printed: ['accept 10.0.0.0/8 > aml-tag-AzureMachineLearning by aml-tcp-443'],
  },
  {
    to: aml,
    by: 'tcp/443',
    options: { serviceTags: 'feeds', feedUrl: 'https://lists.example.com' },
    outcome: 'exact',
    printed: [`${from} aml-feed-AzureMachineLearning by aml-tcp-443`],
  },
  { to: 'tag:Storage', by: 'tcp/443', outcome: 'omitted', code: 'tag-unresolved', printed: [] },
  { to: '192.0.2.0/24', by: 'tcp/*', outcome: 'exact', printed: [`${from} 192.0.2.0/24 by aml-tcp-all`] },
  { to: '2001:db8::/32', by: 'tcp/22', outcome: 'omitted', code: 'no-common-family', printed: [] },
  {
    to: '2001:db8::/32',
    by: 'tcp/22',
    rule: six,
    outcome: 'exact',
    printed: ['accept fd00::/8 > 2001:db8::/32 by aml-tcp-22'],
  },
  {
    to: '2001:db8::/32',
    by: 'tcp/22',
    rule: six,
    options: { ipv6: false },
    outcome: 'omitted',
    code: 'no-usable-source',
    printed: [],
  },
  {
    to: '192.0.2.0/24',
    by: 'tcp/22',
    rule: { sources: [{ kind: 'any' }] },
    options: { ipv6: false },
    outcome: 'exact',
    printed: ['accept all > 192.0.2.0/24 by aml-tcp-22'],
  },
  {
    to: 'a.example',
    by: 'tcp/22',
    rule: { sources: [{ kind: 'any' }] },
    outcome: 'approximated',
    code: 'resolved-addresses',
    printed: ['accept all > a.example | all > a.example by aml-tcp-22'],
  },
  {
    to: '192.0.2.0/24',
    by: 'tcp/22',
    rule: { sources: [aml, { kind: 'service-tag', tag: 'Batch' }], direction: 'inbound' },
    outcome: 'narrowed',
    code: 'sources-dropped',
    printed: ['accept aml-tag-AzureMachineLearning > 192.0.2.0/24 by aml-tcp-22'],
  },
];

describe('an entry', () => {
  it.each(cases)('to $to by $by becomes $outcome: $printed', ({ to, by, options, ...expected }) => {
    const { model, outcomes } = render(fortinet, draft([rule('one', [to], [by], expected.rule)]), options);
    expect(model.config.policies.map((one) => show(one, model.config))).toEqual(expected.printed);
    expect(outcomes.map(({ outcome, finding }) => [outcome, finding?.code])).toEqual([
      [expected.outcome, expected.code && `fortinet/${expected.code}`],
    ]);
  });
});

describe('a policy', () => {
  function first(more: Partial<Rule>, options: Partial<FortinetOptions> = {}): FirewallPolicy | undefined {
    return render(fortinet, draft([rule('one', ['192.0.2.0/24'], ['tcp/22'], more)]), options).model.config.policies[0];
  }

  it('leads from the inside out, or back, without translation of what comes in', () => {
    expect(first({})).toMatchObject({ from: 'port2', to: 'port1', nat: 'enable' });
    expect(first({ direction: 'inbound' })).toMatchObject({ from: 'port1', to: 'port2', nat: 'disable' });
  });

  it('says nothing of translation in a deny and under central NAT', () => {
    expect(first({ action: 'deny' })).not.toHaveProperty('nat');
    expect(first({}, { nat: 'central' })).not.toHaveProperty('nat');
    expect(first({}, { nat: 'disable' })).toMatchObject({ nat: 'disable' });
  });

  it('holds only pairs that were asked for: other services make another policy', () => {
    const both = rule('both', ['a.example/x', '192.0.2.0/24'], ['tcp/80', 'tcp/443']);
    const { model } = render(fortinet, draft([both]), { deepInspection: true });
    expect(model.config.policies.map((one) => show(one, model.config))).toEqual([
      `${from} 192.0.2.0/24 by aml-tcp-80 aml-tcp-443`,
      `${from} a.example by aml-tcp-80 aml-tcp-443 only a.example/x`,
    ]);
  });

  it('with a web filter comes after all others of its run, before the next deny', () => {
    const list = [
      rule('path', ['a.example/x'], ['tcp/443']),
      rule('early', ['b.example'], ['tcp/443']),
      rule('no', ['192.0.2.0/24'], ['tcp/443'], { action: 'deny' }),
      rule('late', ['a.example'], ['tcp/443']),
    ];
    const { model, diagnostics } = render(fortinet, draft(list), { deepInspection: true });
    expect(model.config.policies.map(({ name }) => name)).toEqual(['aml-early', 'aml-path', 'aml-no', 'aml-late']);
    expect(diagnostics.find(({ code }) => code === 'fortinet/web-filter-first')?.data).toEqual({
      policy: 'aml-path',
      policies: ['aml-late'],
    });
  });
});
