import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyPort,
  evaluate,
  entriesOf,
  normalize,
  type Entry,
  type Flow,
  type Policy,
} from '@azureml-firewall/rule-model';
import { render, type Artifact, type OutcomeRecord } from '@azureml-firewall/renderer-kit';
import { by, policy, rule } from '@azureml-firewall/conformance';
import { policies, manyFlows, hosts } from '@azureml-firewall/conformance/random';
import { lift, parseFiles, squid, type SquidOptions } from '../src/index.js';
import { options, singles } from './support/arbitraries.js';
import { proxyOf } from './support/proxy.js';

const connections = manyFlows(20_260_319);
const fixed = { seed: 20_260_319, numRuns: 300 };
const patience = 120_000;

/** Lets everything pass that a deny before it leaves, so that what the deny blocks can be seen. */
const afterwards = rule(
  'rest',
  ['0.0.0.0/0', '::/0', '*example.com', 'other.test', 'mixed.test', 'xn--bcher-kva.example'],
  [],
  {
    sources: ['0.0.0.0/0', '::/0'].map((prefix) => ({ kind: 'cidr', prefix })),
    services: [by('tcp/*', 'https')],
  },
);

function judgeOf(given: Policy): (flow: Flow) => boolean {
  return (flow) => evaluate(given, flow).action === 'allow';
}

/** Every other flow by the service and in the direction of an entry, so that enough of them come near it. */
function aimed(flows: readonly Flow[], { rule: { direction }, service: { protocol, ports } }: Entry): readonly Flow[] {
  const [port = anyPort] = ports;
  return flows.map((flow, i) => {
    if (i % 2 === 0) return { ...flow, direction };
    const isWeb = protocol === 'tcp' && [80, 443, 8080].includes(port.from);
    return { ...flow, direction, protocol, port: port.from, path: isWeb ? (flow.path ?? '/path/file') : null };
  });
}

function isHonest(verdict: OutcomeRecord['outcome'], asked: boolean, done: boolean): boolean {
  return (
    (verdict !== 'exact' || done === asked) &&
    (verdict !== 'widened' || done || !asked) &&
    (verdict !== 'narrowed' || asked || !done) &&
    (verdict !== 'omitted' || !done)
  );
}

describe('a verdict', { timeout: patience }, () => {
  it('says how the proxy answers for its entry, against what was asked', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(singles, options, connections, (one, chosen, flows) => {
        const isDeny = one.action === 'deny';
        const single = normalize(policy(isDeny ? [one, afterwards] : [one]));
        const [entry] = entriesOf(single);
        // What a deny stops can be seen only where all else is let through, by whatever way a proxy has.
        const all = isDeny && chosen.mode === 'explicit' ? { ...chosen, addresses: 'literal' as const } : chosen;
        if (!entry) return;
        const { outcomes, artifacts } = render(squid, single, all);
        const passes = proxyOf(artifacts, { names: hosts });
        const before = isDeny
          ? proxyOf(render(squid, normalize(policy([afterwards])), all).artifacts, { names: hosts })
          : passes;
        const verdict = outcomes[0]?.outcome ?? 'omitted';
        const asks = judgeOf(single);
        const asksAfter = judgeOf(normalize(policy([afterwards])));
        for (const flow of aimed(flows, entry)) {
          // Of a deny, only flows that pass without it say anything.
          if (isDeny && !(before(flow) && asksAfter(flow))) continue;
          const asked = asks(flow) !== isDeny;
          const done = passes(flow) !== isDeny;
          if (!isHonest(verdict, asked, done)) {
            const code = outcomes[0]?.finding?.code ?? '';
            expect({ verdict, code, asked, done, flow, all }).toBe('an honest verdict');
          }
          const key = `${isDeny ? 'deny' : 'allow'} ${verdict} ${asked ? 'asked' : 'not asked'} ${done ? 'done' : 'not done'}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      { ...fixed, numRuns: 1500 },
    );
    const expected = [
      'allow exact asked done',
      'allow exact not asked not done',
      'allow narrowed asked done',
      'allow narrowed asked not done',
      'allow approximated asked done',
      'allow approximated not asked done',
      'allow omitted asked not done',
      'deny exact asked done',
      'deny exact not asked not done',
      'deny narrowed asked done',
      'deny narrowed asked not done',
      'deny approximated asked done',
      'deny approximated not asked done',
    ];
    for (const key of expected) expect(seen.get(key) ?? 0, key).toBeGreaterThan(0);
  });
});

describe('a policy', { timeout: patience }, () => {
  /** Rules that squid says it makes wider, or whose deny it says it loses, are taken out. */
  function kept(given: Policy, chosen: Partial<SquidOptions>): Policy {
    const { outcomes } = render(squid, given, chosen);
    const denies = new Set(
      entriesOf(given)
        .filter(({ rule: { action } }) => action === 'deny')
        .map(({ id }) => id),
    );
    const wide = outcomes.filter(({ entry, outcome, finding }) => {
      if (outcome === 'approximated')
        return finding?.code !== 'squid/path-opened' && finding?.code !== 'squid/path-in-clear';
      if (!denies.has(entry)) return outcome === 'widened';
      return (
        outcome === 'narrowed' ||
        (outcome === 'omitted' && finding?.code !== 'squid/udp' && finding?.code !== 'squid/inbound')
      );
    });
    const out = new Set(wide.map((record) => record.rule));
    return policy((given.collections[0]?.rules ?? []).filter(({ id }) => !out.has(id)));
  }

  function lifted(given: Policy, artifacts: readonly Artifact[]): Policy {
    if (artifacts.length === 0) return policy([]);
    const files = parseFiles(artifacts);
    if (!files.ok) throw new Error(`${files.refusal.found}, expected ${files.refusal.expected}`);
    const answer = lift(files.value, given);
    if (!answer.ok) throw new Error(answer.refusal.found);
    return answer.value;
  }

  it('is never wider on the proxy than it was asked, nor than what is read back, allow and deny in their order', () => {
    const seen = { passed: 0, stopped: 0 };
    fc.assert(
      fc.property(policies, options, connections, (given, chosen, flows) => {
        const usable = kept(given, chosen);
        const { artifacts } = render(squid, usable, chosen);
        const passes = proxyOf(artifacts, { names: hosts });
        const [asks, back] = [judgeOf(usable), judgeOf(lifted(usable, artifacts))];
        for (const flow of flows) {
          const answers = { asked: asks(flow), back: back(flow), done: passes(flow) };
          const isWider = (answers.done && !answers.back) || (answers.back && !answers.asked);
          if (isWider) expect({ flow, chosen, answers }).toBe('never wider');
          if (answers.done) seen.passed += 1;
          else if (!answers.asked) seen.stopped += 1;
        }
      }),
      { ...fixed, numRuns: 400 },
    );
    expect(seen.passed).toBeGreaterThan(50);
    expect(seen.stopped).toBeGreaterThan(1000);
  });

  it('of which every entry is exact is answered just as it was asked', () => {
    let compared = 0;
    fc.assert(
      fc.property(policies, options, connections, (given, chosen, flows) => {
        const exact = new Map<string, boolean>();
        for (const { rule: id, outcome } of render(squid, given, chosen).outcomes)
          exact.set(id, (exact.get(id) ?? true) && outcome === 'exact');
        const usable = policy((given.collections[0]?.rules ?? []).filter(({ id }) => exact.get(id)));
        const { outcomes, artifacts } = render(squid, usable, chosen);
        if (outcomes.some(({ outcome }) => outcome !== 'exact')) return;
        const passes = proxyOf(artifacts, { names: hosts });
        const asks = judgeOf(usable);
        for (const flow of flows) {
          if (asks(flow) !== passes(flow)) expect({ flow, chosen, asked: asks(flow) }).toBe('as it was asked');
          compared += 1;
        }
      }),
      fixed,
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
