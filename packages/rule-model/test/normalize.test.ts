import {
  checkPolicy,
  destinationText,
  normalize,
  normalizeRule,
  sourceText,
  type Policy,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from './support/arbitraries.js';
import { holds } from './support/holds.js';
import { policy } from './support/policy.js';
import { frozen } from './support/tree.js';

function tcp(from: number, to = from): Service {
  return { protocol: 'tcp', ports: [{ from, to }] };
}

function rule(id: string, changes: Partial<Rule> = {}): Rule {
  return {
    id,
    purpose: 'Installs packages',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: [{ kind: 'fqdn', host: 'pypi.org' }],
    services: [tcp(443)],
    necessity: 'recommended',
    origins: [originOf('1')],
    ...changes,
  };
}

function policyOf(...lists: readonly (readonly Rule[])[]): Policy {
  return { ...policy, collections: lists.map((rules, c) => ({ id: `c${c}`, title: `C ${c}`, rules })), routes: [] };
}

function rulesOf({ collections }: Policy): readonly Rule[] {
  return collections.flatMap(({ rules }) => rules);
}

function idsOf(any: Policy): readonly (readonly string[])[] {
  return any.collections.map(({ rules }) => rules.map(({ id }) => id));
}

function originOf(section: string): Rule['origins'][number] {
  return { requirement: 'r', edition: '2021-09-14', section, source: 's' };
}

function covering(tag: string): NonNullable<Rule['covering']> {
  return [{ kind: 'service-tag', tag, resolved: { document: 'weekly 375', prefixes: ['10.0.0.0/8'] } }];
}

describe('normalizeRule', () => {
  it('joins the ports of a protocol and application, and of no others', () => {
    const services: readonly Service[] = [
      { protocol: 'udp', ports: [{ from: 53, to: 53 }] },
      tcp(8787),
      { ...tcp(443), application: 'https' },
      tcp(8700, 8790),
      tcp(80),
    ];
    expect(normalizeRule(rule('a', { services })).services).toEqual([
      {
        protocol: 'tcp',
        ports: [
          { from: 80, to: 80 },
          { from: 8700, to: 8790 },
        ],
      },
      { protocol: 'tcp', ports: [{ from: 443, to: 443 }], application: 'https' },
      { protocol: 'udp', ports: [{ from: 53, to: 53 }] },
    ]);
  });

  it('sorts services that differ in their application alone', () => {
    const services: readonly Service[] = [{ ...tcp(443), application: 'https' }, tcp(443)];
    const sorted = normalizeRule(rule('a', { services })).services;
    expect(normalizeRule(rule('a', { services: services.toReversed() })).services).toEqual(sorted);
  });

  it('keeps apart what reads alike: an apex, its wildcard and its suffix', () => {
    const destinations: Rule['destinations'] = [
      { kind: 'wildcard', parent: 'azureml.ms' },
      { kind: 'suffix', suffix: 'azureml.ms' },
      { kind: 'fqdn', host: 'azureml.ms' },
    ];
    expect(normalizeRule(rule('a', { destinations })).destinations).toHaveLength(3);
  });

  it('loses no resolution of a tag behind another', () => {
    const resolved = { document: 'week 1', prefixes: ['10.0.0.0/8'] };
    const destinations: Rule['destinations'] = [
      { kind: 'service-tag', tag: 'Storage', resolved },
      { kind: 'service-tag', tag: 'Storage' },
      { kind: 'service-tag', tag: 'Storage', resolved: { ...resolved, document: 'week 2' } },
      { kind: 'service-tag', tag: 'Storage', resolved },
    ];
    const kept = normalizeRule(rule('a', { destinations })).destinations;
    expect(kept).toHaveLength(3);
    expect(normalizeRule(rule('a', { destinations: destinations.toReversed() })).destinations).toEqual(kept);
  });

  it('leaves out an empty list of covering tags', () => {
    expect(normalizeRule(rule('a', { coveredBy: [] }))).not.toHaveProperty('coveredBy');
  });

  it('sorts by code unit, whatever the locale', () => {
    const coveredBy = ['a', 'B', 'Z', 'Ä', 'A'];
    expect(normalizeRule(rule('a', { coveredBy })).coveredBy).toEqual(['A', 'B', 'Z', 'a', 'Ä']);
  });
});

describe('normalize merges twins', () => {
  it('into the first of them, across collections, with the origins of all', () => {
    const merged = normalize(
      policyOf(
        [rule('a', { origins: [originOf('3')] }), rule('b', { services: [tcp(80)] })],
        [rule('c', { origins: [originOf('1'), originOf('3')] })],
        [rule('d', { origins: [originOf('2')] }), rule('e', { services: [tcp(81)] })],
      ),
    );
    expect(idsOf(merged)).toEqual([['a', 'b'], ['e']]);
    expect(rulesOf(merged)[0]?.origins.map(({ section }) => section)).toEqual(['1', '2', '3']);
  });

  it('with the strongest necessity and all covering tags', () => {
    const merged = normalize(
      policyOf([
        rule('a', { necessity: 'optional', coveredBy: ['Storage'], covering: covering('Storage') }),
        rule('b', { necessity: 'required', coveredBy: ['AzureMonitor'], covering: covering('AzureMonitor') }),
        rule('c', { necessity: 'recommended' }),
      ]),
    );
    expect(rulesOf(merged)).toMatchObject([
      {
        id: 'a',
        necessity: 'required',
        coveredBy: ['AzureMonitor', 'Storage'],
        covering: [...covering('AzureMonitor'), ...covering('Storage')],
      },
    ]);
  });

  it('whose lists and keys stand in another order', () => {
    const services: readonly Service[] = [tcp(80), tcp(443)];
    const reordered: readonly Service[] = [{ ports: [{ to: 443, from: 443 }], protocol: 'tcp' }, tcp(80)];
    expect(idsOf(normalize(policyOf([rule('a', { services }), rule('b', { services: reordered })])))).toEqual([['a']]);
  });

  it('but not across a rule of the other action, which would change what matches first', () => {
    const deny = rule('b', { action: 'deny' });
    expect(idsOf(normalize(policyOf([rule('a'), deny, rule('c')])))).toEqual([['a', 'b', 'c']]);
    expect(idsOf(normalize(policyOf([rule('a')], [deny], [rule('c')])))).toEqual([['a'], ['b'], ['c']]);
  });

  it.each<[string, Partial<Rule>]>([
    ['direction', { direction: 'inbound' }],
    ['source', { sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }] }],
    ['destination', { destinations: [{ kind: 'wildcard', parent: 'pypi.org' }] }],
    ['port', { services: [tcp(444)] }],
    ['protocol', { services: [{ protocol: 'udp', ports: [{ from: 443, to: 443 }] }] }],
    ['application', { services: [{ ...tcp(443), application: 'https' }] }],
  ])('but not rules that differ in a %s', (_, changes) => {
    expect(idsOf(normalize(policyOf([rule('a'), rule('b', changes)])))).toEqual([['a', 'b']]);
  });
});

describe('normalize', () => {
  it('keeps the meaning of both rules where an id was used twice', () => {
    const twice = policyOf([rule('a')], [rule('a', { services: [tcp(80)] })]);
    expect(rulesOf(normalize(twice)).map(({ services }) => services)).toEqual([[tcp(443)], [tcp(80)]]);
  });

  it('leaves out empty collections', () => {
    expect(idsOf(normalize(policyOf([], [rule('a')], [])))).toEqual([['a']]);
  });

  it('sorts the origins of a route and keeps the order of its tags', () => {
    const [route] = policy.routes;
    if (!route) throw new Error('the fixture has lost its route');
    const origins = [originOf('2'), originOf('1'), originOf('2')];
    expect(normalize({ ...policy, routes: [{ ...route, origins }] }).routes).toEqual([
      { ...route, origins: [originOf('1'), originOf('2')] },
    ]);
  });

  it('is idempotent and touches nothing of its input', () => {
    holds(
      fc.property(policies, (any) => {
        const once = normalize(frozen(any));
        expect(normalize(once)).toEqual(once);
        expect(JSON.stringify(normalize(once))).toBe(JSON.stringify(once));
      }),
    );
  });

  it('does not see the order of the lists inside its rules', () => {
    const shuffled = policies.chain((any) => fc.tuple(fc.constant(any), fc.infiniteStream(fc.nat())));
    holds(
      fc.property(shuffled, ([any, numbers]) => {
        const shuffle = <T>(items: readonly T[]): readonly T[] =>
          items
            .map((item) => [Number(numbers.next().value), item] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, item]) => item);
        const mixed = any.collections.map((collection) => ({
          ...collection,
          rules: collection.rules.map((old) => ({
            ...old,
            sources: shuffle(old.sources),
            destinations: shuffle(old.destinations),
            services: shuffle(old.services).map((service) => ({ ...service, ports: shuffle(service.ports) })),
            origins: shuffle(old.origins),
            ...(old.coveredBy && { coveredBy: shuffle(old.coveredBy) }),
          })),
        }));
        expect(normalize({ ...any, collections: mixed })).toEqual(normalize(any));
      }),
    );
  });

  it('makes valid values a valid policy', () => {
    holds(
      fc.property(policies, (any) => {
        expect(checkPolicy(normalize(any))).toEqual([]);
      }),
    );
  });

  it('decides every flow as before', () => {
    const decide = (
      any: Policy,
      flow: { at: string; to: string; protocol: string; port: number; way: string },
    ): string =>
      rulesOf(any).find(
        ({ direction, sources, destinations, services }) =>
          direction === flow.way &&
          sources.some((source) => sourceText(source) === flow.at) &&
          destinations.some((destination) => destinationText(destination) === flow.to) &&
          services.some(
            ({ protocol, ports }) =>
              protocol === flow.protocol && ports.some(({ from, to }) => from <= flow.port && flow.port <= to),
          ),
      )?.action ?? 'deny';
    const flows = fc.record({
      at: fc.constantFrom('*', '10.0.0.0/8'),
      to: fc.constantFrom('azureml.ms', '*.azureml.ms', '*azureml.ms', 'Storage.EastUS2', 'AzureMonitor', '10.0.0.0/8'),
      protocol: fc.constantFrom('tcp', 'udp'),
      port: fc.oneof(fc.integer({ min: 1, max: 41 }), fc.constant(443)),
      way: fc.constantFrom('inbound', 'outbound'),
    });
    holds(
      fc.property(policies, fc.array(flows, { minLength: 20, maxLength: 20 }), (any, some) => {
        const after = normalize(any);
        for (const flow of some) expect(decide(after, flow)).toBe(decide(any, flow));
      }),
    );
  });

  it('forgets no origin', () => {
    const origins = (any: Policy): readonly string[] =>
      [...new Set(rulesOf(any).flatMap((old) => old.origins.map((origin) => JSON.stringify(origin))))].toSorted();
    holds(
      fc.property(policies, (any) => {
        expect(origins(normalize(any))).toEqual(origins(any));
      }),
    );
  });
});
