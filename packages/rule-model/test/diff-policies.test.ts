import {
  compileEvaluator,
  destinationText,
  diffPolicies,
  normalize,
  sourceText,
  serviceText,
  type Destination,
  type Flow,
  type FlowRegion,
  type Policy,
  type Rule,
  type RulePlace,
  type Source,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { policyOf, ruleTo, tag } from './support/rules.js';
import { assign, sampleFlow, type Assignment } from './support/sample-flow.js';
import {
  addressClasses,
  completeFlows,
  hostsOfWorld,
  pathsOfWorld,
  portClasses,
  smallPolicies,
  tagNames,
  urlHosts,
} from './support/small-world.js';

/** A region as a person would write it. */
function regionText({ sources, destination, service, viaRuleInA = '-', viaRuleInB = '-' }: FlowRegion): string {
  const from = `${sources.of.map(sourceText).join()}${sources.except.map((one) => ` except ${sourceText(one)}`).join('')}`;
  const { of, except, only, also } = destination;
  const to = [
    destinationText(of),
    ...except.map((one) => `except ${destinationText(one)}`),
    ...(only ? [`only ${only.join()}`] : []),
    ...also.map((one) => `at ${destinationText(one)}`),
  ].join(' ');
  return `${from} to ${to} by ${serviceText(service)}: ${viaRuleInA} > ${viaRuleInB}`;
}

function diffText(a: Policy, b: Policy): { readonly gained: readonly string[]; readonly lost: readonly string[] } {
  const { gained, lost } = diffPolicies(a, b);
  return { gained: gained.map(regionText), lost: lost.map(regionText) };
}

function isEmpty({ gained, lost }: ReturnType<typeof diffPolicies>): boolean {
  return gained.length + lost.length === 0;
}

/** One flow of every kind in the small world. */
function allFlows(): readonly Flow[] {
  const hosts = hostsOfWorld.flatMap((host) =>
    [null, ...(urlHosts.includes(host) ? pathsOfWorld : [])].map((path) => ({ host, path })),
  );
  const parts = [
    ...hosts.flatMap((host) => [null, ...addressClasses].map((address) => ({ ...host, address }))),
    ...addressClasses.map((address) => ({ host: null, path: null, address })),
  ];
  const services = (['tcp', 'udp'] as const).flatMap((protocol) => portClasses.map((port) => ({ protocol, port })));
  return (['inbound', 'outbound'] as const).flatMap((direction) =>
    services.flatMap((service) =>
      addressClasses.flatMap((source) => parts.map((part) => ({ direction, ...service, source, ...part }))),
    ),
  );
}

const universe = allFlows();

function tellsApart(a: Policy, b: Policy, flows: readonly Flow[]): boolean {
  const [first, second] = [compileEvaluator(a), compileEvaluator(b)];
  return flows.some((flow) => first(flow).action !== second(flow).action);
}

/** The rules of a policy in one collection, changed. */
function edited(policy: Policy, edit: (rules: readonly Rule[]) => readonly Rule[]): Policy {
  return {
    ...policy,
    collections: [{ id: 'c', title: 'C', rules: edit(policy.collections.flatMap(({ rules }) => rules)) }],
  };
}

/** A policy after one of the changes that people make, some of which change its meaning. */
function edits(policy: Policy): fc.Arbitrary<Policy> {
  const at = fc.nat(policy.collections.reduce((sum, { rules }) => sum + rules.length, 0));
  const one = (change: (rule: Rule) => readonly Rule[]): fc.Arbitrary<Policy> =>
    at.map((place) => edited(policy, (rules) => rules.flatMap((rule, r) => (r === place ? change(rule) : [rule]))));
  return fc.oneof(
    fc.constant(normalize(policy)),
    one(() => []),
    one((rule) => [{ ...rule, action: rule.action === 'allow' ? 'deny' : 'allow' }]),
    one((rule) =>
      rule.destinations.map((destination, d) => ({ ...rule, id: `${rule.id}-${d}`, destinations: [destination] })),
    ),
    one((rule) => [{ ...rule, destinations: rule.destinations.slice(0, 1) }]),
    one((rule) => [{ ...rule, sources: [{ kind: 'any' }] }]),
    at.map((place) => edited(policy, (rules) => [...rules.slice(place), ...rules.slice(0, place)])),
    smallPolicies,
  );
}

const pairs = smallPolicies.chain((policy) => fc.tuple(fc.constant(policy), edits(policy)));
const guesses = fc.constantFrom<readonly string[]>(
  [],
  ['10.1.2.3/32'],
  ['10.0.0.0/8', '2001:db8::/32'],
  ['192.0.2.0/24'],
);
const assignments: fc.Arbitrary<Assignment> = fc.record({ Storage: guesses, Monitor: guesses });
const tagsOfWorld = [...tagNames, 'Batch', 'KeyVault'];

/** The prefixes that rules of one direction name as sources or destinations. */
function prefixesIn(
  policies: readonly Policy[],
  direction: string,
  part: 'sources' | 'destinations',
): readonly string[] {
  const rules = policies.flatMap(({ collections }) => collections.flatMap((collection) => collection.rules));
  return rules
    .filter((rule) => rule.direction === direction)
    .flatMap((rule) =>
      rule[part].flatMap((item: Source | Destination) => {
        if (item.kind === 'cidr') return [item.prefix];
        return item.kind === 'service-tag' ? (item.resolved?.prefixes ?? []) : [];
      }),
    );
}

describe('what is gained and lost', () => {
  it.each<[string, Policy, Policy, readonly string[], readonly string[]]>([
    [
      'a wildcard instead of one host: all but that host is gained, the apex is no part of it',
      policyOf(ruleTo('a', 'allow', ['x.azureml.ms', 'azureml.ms'])),
      policyOf(ruleTo('b', 'allow', ['*.azureml.ms'])),
      ['* to *.azureml.ms except x.azureml.ms by tcp/443: - > b'],
      ['* to azureml.ms by tcp/443: a > -'],
    ],
    [
      'a suffix instead of a wildcard: apex and look-alikes are gained',
      policyOf(ruleTo('a', 'allow', ['*.pytorch.org'])),
      policyOf(ruleTo('a', 'allow', ['*pytorch.org'])),
      ['* to *pytorch.org except *.pytorch.org by tcp/443: - > a'],
      [],
    ],
    [
      'more ports',
      policyOf(ruleTo('a', 'allow', ['pypi.org'], ['tcp/443'])),
      policyOf(ruleTo('a', 'allow', ['pypi.org'], ['tcp/80,443-445', 'udp/443'])),
      ['* to pypi.org by tcp/80,444-445: - > a', '* to pypi.org by udp/443: - > a'],
      [],
    ],
    [
      'a path instead of its host',
      policyOf(ruleTo('a', 'allow', ['github.com'])),
      policyOf(ruleTo('a', 'allow', ['github.com/owner/*'])),
      [],
      ['* to github.com except github.com/owner/* by tcp/443: a > -'],
    ],
    [
      'a rule that denies in front',
      policyOf(ruleTo('a', 'allow', ['*.azureml.ms'])),
      policyOf(ruleTo('no', 'deny', ['x.azureml.ms']), ruleTo('a', 'allow', ['*.azureml.ms'])),
      [],
      ['* to x.azureml.ms by tcp/443: a > no'],
    ],
    [
      'the order of two rules of two minds, which only a connection with both a name and an address shows',
      policyOf(ruleTo('no', 'deny', ['13.66.0.0/16']), ruleTo('a', 'allow', ['pypi.org'])),
      policyOf(ruleTo('a', 'allow', ['pypi.org']), ruleTo('no', 'deny', ['13.66.0.0/16'])),
      ['* to pypi.org at 13.66.0.0/16 by tcp/443: no > a'],
      [],
    ],
    [
      'a tag from one week to the next',
      policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16', '20.150.0.0/16'], 'week 1')])),
      policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16', '20.157.0.0/16'], 'week 2')])),
      ['* to Storage only 20.157.0.0/16 by tcp/443: - > a'],
      ['* to Storage only 20.150.0.0/16 by tcp/443: a > -'],
    ],
    [
      'a whole network instead of a tag in it',
      policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16'])])),
      policyOf(ruleTo('a', 'allow', ['20.0.0.0/8'])),
      ['* to 20.0.0.0/8 except Storage by tcp/443: - > a'],
      [],
    ],
    [
      'a tag without addresses and the prefixes that it might have',
      policyOf(ruleTo('a', 'allow', ['Storage'])),
      policyOf(ruleTo('b', 'allow', ['20.60.0.0/16'])),
      ['* to 20.60.0.0/16 by tcp/443: - > b'],
      ['* to Storage by tcp/443: a > -'],
    ],
    [
      'fewer sources',
      policyOf(ruleTo('a', 'allow', ['pypi.org'])),
      policyOf(
        ruleTo('a', 'allow', ['pypi.org'], ['tcp/443'], { sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }] }),
      ),
      [],
      ['* except 10.20.0.0/16 to pypi.org by tcp/443: a > -'],
    ],
  ])('%s', (_, a, b, gained, lost) => {
    expect(diffText(a, b)).toEqual({ gained, lost });
  });

  it('is nothing where a tag became its own prefixes, and the answer names the document', () => {
    const a = policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16', '20.61.0.0/16'], 'public 100')]));
    const diff = diffPolicies(a, policyOf(ruleTo('a', 'allow', ['20.60.0.0/15'])));
    expect(diff).toEqual({ gained: [], lost: [], renamed: [], regrouped: [], documents: ['public 100'], byName: [] });
  });

  it('is nothing between a tag with and without addresses, which are compared by name', () => {
    const diff = diffPolicies(
      policyOf(ruleTo('a', 'allow', ['Storage'])),
      policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16'])])),
    );
    expect(diff).toMatchObject({ gained: [], lost: [], documents: [], byName: ['Storage'] });
  });
});

describe('rules that answer alike', () => {
  const c = (rule: string): RulePlace => ({ collection: 'c', rule });
  it('under another id are renamed', () => {
    const a = policyOf(ruleTo('a', 'allow', ['pypi.org']), ruleTo('x', 'allow', ['*.azureml.ms']));
    const b = policyOf(ruleTo('b', 'allow', ['pypi.org']), ruleTo('x', 'allow', ['*.azureml.ms']));
    expect(diffPolicies(a, b)).toMatchObject({
      gained: [],
      lost: [],
      renamed: [{ from: c('a'), to: c('b') }],
      regrouped: [],
    });
  });

  it('after a split, or in another collection, are regrouped', () => {
    const a = policyOf(ruleTo('a', 'allow', ['pypi.org', 'anaconda.org']));
    const b = policyOf(ruleTo('a', 'allow', ['pypi.org']), ruleTo('b', 'allow', ['anaconda.org']));
    expect(diffPolicies(a, b)).toMatchObject({ renamed: [], regrouped: [{ from: c('a'), to: c('b') }] });
    const elsewhere = { ...a, collections: a.collections.map((one) => ({ ...one, id: 'd' })) };
    expect(diffPolicies(a, elsewhere).regrouped).toEqual([{ from: c('a'), to: { collection: 'd', rule: 'a' } }]);
  });

  it('are no mere renaming where flows come or go with them', () => {
    const a = policyOf(ruleTo('a', 'allow', ['pypi.org']));
    const diff = diffPolicies(a, policyOf(ruleTo('b', 'allow', ['pypi.org', 'anaconda.org'])));
    expect(diff).toMatchObject({ renamed: [], regrouped: [{ from: c('a'), to: c('b') }] });
  });
});

describe('a difference', { timeout: 120_000 }, () => {
  it('is found exactly when some flow tells the policies apart', () => {
    holds(
      fc.property(pairs, assignments, ([a, b], guess) => {
        const [first, second] = [assign(a, guess), assign(b, guess)];
        expect(isEmpty(diffPolicies(first, second))).toBe(!tellsApart(first, second, universe));
      }),
      40,
    );
  });

  it('by unresolved tags is none whatever addresses they turn out to have', () => {
    holds(
      fc.property(
        pairs,
        fc.array(completeFlows, { minLength: 50, maxLength: 50 }),
        assignments,
        ([a, b], flows, guess) => {
          const diff = diffPolicies(a, b);
          fc.pre(isEmpty(diff));
          expect(tellsApart(assign(a, guess), assign(b, guess), flows)).toBe(false);
        },
      ),
    );
  });

  it('is shown as regions whose flows are told apart', () => {
    holds(
      fc.property(pairs, ([a, b]) => {
        const { gained, lost, byName } = diffPolicies(a, b);
        const known = (region: FlowRegion, part: 'sources' | 'destinations'): readonly string[] =>
          prefixesIn([a, b], region.direction, part);
        for (const [regions, action] of [
          [gained, 'allow'],
          [lost, 'deny'],
        ] as const)
          for (const region of regions) {
            const sample = sampleFlow(region, tagsOfWorld, byName, (part) => known(region, part));
            if (!sample) continue;
            const names = Object.fromEntries(
              Object.entries(sample.assignment).filter(([name]) => byName.includes(name)),
            );
            const [first, second] = [a, b].map((policy) => compileEvaluator(assign(policy, names))(sample.flow).action);
            expect([regionText(region), second]).toEqual([regionText(region), action]);
            expect([regionText(region), first]).toEqual([regionText(region), action === 'allow' ? 'deny' : 'allow']);
          }
      }),
    );
  });

  it('is none between a policy and its normal form', () => {
    holds(
      fc.property(smallPolicies, (policy) => {
        expect(isEmpty(diffPolicies(policy, normalize(policy)))).toBe(true);
      }),
    );
  });
});
