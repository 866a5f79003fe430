import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPolicy,
  entriesOf,
  evaluate,
  type Flow,
  type Policy,
  type Rule,
  type Service,
} from '@azureml-firewall/rule-model';
import { asOfWhole, remainder, render, type OutcomeRecord } from '../src/index.js';
import { policy, rule, toy } from './support/toy.js';

const tcp: Service = { protocol: 'tcp', ports: [{ from: 443, to: 443 }] };
const udp: Service = { protocol: 'udp', ports: [{ from: 5831, to: 5831 }] };
const wide: Service = { protocol: 'tcp', ports: [{ from: 1, to: 65535 }] };
const net = { kind: 'cidr', prefix: '192.0.2.0/24' } as const;
const other = { kind: 'cidr', prefix: '198.51.100.0/24' } as const;
const host = { kind: 'fqdn', host: 'example.com' } as const;
const deny = { action: 'deny' } as const;

/** Outcomes that omit some entries, by their ids. */
function omitting(given: Policy, isOmitted: (id: string) => boolean): { readonly outcomes: readonly OutcomeRecord[] } {
  return {
    outcomes: entriesOf(given).map(({ id, rule: { id: ruleId } }) => ({
      target: 'toy',
      entry: id,
      rule: ruleId,
      destination: '',
      service: '',
      outcome: isOmitted(id) ? 'omitted' : 'exact',
    })),
  };
}

function idsOf(given: Policy): readonly string[] {
  return given.collections.flatMap(({ rules }) => rules.map(({ id }) => id));
}

describe('a remainder', () => {
  it('is what was omitted, under the same ids where that is a rule with all pairs of some lists', () => {
    const given = policy(rule('a', [net, host], { services: [tcp, udp] }), rule('b', [net]));
    const { policy: rest, originals } = remainder(
      given,
      omitting(given, (id) => id.endsWith('udp/5831')),
    );
    expect(idsOf(rest)).toEqual(['a']);
    const ids = ['a|192.0.2.0/24|udp/5831', 'a|example.com|udp/5831'];
    expect(entriesOf(rest).map(({ id }) => id)).toEqual(ids);
    expect([...originals]).toEqual(ids.map((id) => [id, id]));
  });

  it('splits a rule of which other pairs are left, into rules that say for which services', () => {
    const given = policy(rule('a', [net, host], { services: [tcp, udp] }), rule('a.udp-5831', [net]));
    const lost = new Set(['a|192.0.2.0/24|tcp/443', 'a|192.0.2.0/24|udp/5831', 'a|example.com|udp/5831']);
    const { policy: rest, originals } = remainder(
      given,
      omitting(given, (id) => lost.has(id)),
    );
    const [first = '', second = ''] = idsOf(rest);
    expect(first).toBe('a.tcp-443.udp-5831');
    expect(second).toMatch(/^a\.udp-5831-[a-z0-9]{8}$/);
    expect([...originals.values()]).toEqual([...lost]);
    expect(rest.collections[0]?.rules.map(({ purpose }) => purpose)).toEqual(['Purpose of a', 'Purpose of a']);
  });

  it('keeps what denies before what allows, in the same direction and protocol, though the first vendor denies it as well', () => {
    const given = policy(
      rule('no', [net], { ...deny, services: [tcp, udp] }),
      rule('in', [net], { ...deny, direction: 'inbound' }),
      rule('all', [net, other]),
      rule('late', [other], deny),
    );
    const { policy: rest } = remainder(
      given,
      omitting(given, (id) => id.startsWith('all|')),
    );
    expect(entriesOf(rest).map(({ id }) => id)).toEqual([
      'no|192.0.2.0/24|tcp/443',
      'all|192.0.2.0/24|tcp/443',
      'all|198.51.100.0/24|tcp/443',
    ]);
  });

  it('is empty where nothing was omitted, and the whole where everything was', () => {
    const given = policy(rule('a', [net, host], { services: [tcp, udp] }), rule('b', [net], deny));
    expect(
      remainder(
        given,
        omitting(given, () => false),
      ).policy.collections,
    ).toEqual([]);
    expect(
      remainder(
        given,
        omitting(given, () => true),
      ).policy,
    ).toEqual(given);
  });

  it('has its rendering told in the words of the whole policy', () => {
    const below = { kind: 'wildcard', parent: 'example.com' } as const;
    const given = policy(rule('a', [net, host, below], { services: [tcp, udp] }));
    const lost = new Set(['a|192.0.2.0/24|tcp/443', 'a|example.com|udp/5831', 'a|*.example.com|udp/5831']);
    const rest = remainder(
      given,
      omitting(given, (id) => lost.has(id)),
    );
    const { outcomes, artifacts, diagnostics } = asOfWhole(render(toy, rest.policy), rest);
    expect(outcomes.map(({ entry, rule: id, outcome }) => [entry, id, outcome])).toEqual([
      ['a|192.0.2.0/24|tcp/443', 'a', 'exact'],
      ['a|example.com|udp/5831', 'a', 'approximated'],
      ['a|*.example.com|udp/5831', 'a', 'omitted'],
    ]);
    expect(artifacts[0]?.spans.map(({ entry }) => entry)).toEqual(['a|192.0.2.0/24|tcp/443', 'a|example.com|udp/5831']);
    expect(diagnostics.map(({ data }) => data['entry'])).toEqual([
      'a|example.com|udp/5831',
      'a|*.example.com|udp/5831',
    ]);
  });
});

describe('any remainder', () => {
  const destinations = [net, other, host, { kind: 'cidr', prefix: '2001:db8::/32' }] as const;
  const rules: fc.Arbitrary<readonly Rule[]> = fc
    .array(
      fc.record({
        destinations: fc.uniqueArray(fc.constantFrom(...destinations), { minLength: 1, maxLength: 4 }),
        services: fc.uniqueArray(fc.constantFrom(tcp, udp, wide), { minLength: 1, maxLength: 3 }),
        action: fc.constantFrom<Rule['action']>('allow', 'allow', 'deny'),
        direction: fc.constantFrom<Rule['direction']>('outbound', 'outbound', 'inbound'),
        id: fc.constantFrom('a', 'x'.repeat(98)),
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map(({ id, destinations: to, ...more }, i) => rule(`${id}${i}`, to, more)));
  const flows = fc.constantFrom<Flow['direction']>('outbound', 'inbound').chain((direction) =>
    fc.record({
      direction: fc.constant(direction),
      source: fc.constant('10.0.0.1'),
      host: fc.constantFrom('example.com', null),
      address: fc.constantFrom('192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'),
      protocol: fc.constantFrom<Flow['protocol']>('tcp', 'udp'),
      port: fc.constantFrom(443, 5831, 22),
    }),
  );
  const fixed = { seed: 20_260_319, numRuns: 500 };

  it('loses no entry that was omitted, keeps no other that allows, and may be rendered', () => {
    fc.assert(
      fc.property(rules, fc.func(fc.boolean()), (list, isOmitted) => {
        const given = policy(...list);
        const { policy: rest, originals } = remainder(given, omitting(given, isOmitted));
        expect(checkPolicy(rest)).toEqual([]);
        const actions = new Map(entriesOf(given).map(({ id, rule: { action } }) => [id, action]));
        const kept = entriesOf(rest).map(({ id }) => originals.get(id) ?? '');
        expect(new Set(kept).size).toBe(kept.length);
        const lost = entriesOf(given).flatMap(({ id }) => (isOmitted(id) ? id : []));
        expect(kept).toEqual(expect.arrayContaining([...lost]));
        for (const id of kept) if (!isOmitted(id)) expect(actions.get(id)).toBe('deny');
      }),
      fixed,
    );
  });

  it('allows nothing that the whole policy does not allow', () => {
    fc.assert(
      fc.property(rules, fc.func(fc.boolean()), fc.array(flows, { maxLength: 20 }), (list, isOmitted, some) => {
        const given = policy(...list);
        const rest = remainder(given, omitting(given, isOmitted)).policy;
        for (const flow of some)
          if (evaluate(rest, flow).action === 'allow') expect(evaluate(given, flow).action).toBe('allow');
      }),
      fixed,
    );
  });
});
